import { createInterface } from "node:readline/promises";
import { type Start, WORKFLOWS } from "./init-files.ts";

const SEVERITIES = ["minor", "major", "critical", "never"] as const;

/** One of some names, by its beginning; anything else is the default. */
const chosen = <Name extends string>(answer: string, names: readonly Name[], otherwise: Name): Name =>
  answer === "" ? otherwise : (names.find((name) => name.startsWith(answer.toLowerCase())) ?? otherwise);

/** Asks a person what the project starts with; the empty answer takes what stands in brackets. Undefined when the person goes away. */
export async function askForStart(given: Start): Promise<Start | undefined> {
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const left = new Promise<undefined>((resolve) => {
    asking.once("close", () => resolve(undefined));
  });
  const ask = async (question: string, otherwise: string): Promise<string> =>
    (await asking.question(`${question} [${otherwise}] `)).trim();
  const answers = async (): Promise<Start> => {
    const paths = await ask("Which files or folders are to be checked?", given.paths.join(" "));
    const source = await ask("Translated from which language (ISO 639 code)?", given.sourceLanguage ?? "not said");
    const failOn = await ask(`Fail on findings this grave: ${SEVERITIES.join(", ")}?`, given.failOn);
    const workflow = await ask(`Write a check for CI: ${WORKFLOWS.join(", ")}?`, given.workflow);
    const baseline = await ask("Accept what is found today, so that only what is new fails: yes, no?", "no");
    return {
      ...given,
      baseline: baseline.toLowerCase().startsWith("y") ? "write" : given.baseline,
      paths: paths === "" ? given.paths : paths.split(/\s+/u),
      sourceLanguage: /^[a-z]{2,3}$/u.test(source) ? source : given.sourceLanguage,
      failOn: chosen(failOn, SEVERITIES, SEVERITIES.find((each) => each === given.failOn) ?? "major"),
      workflow: chosen(workflow, WORKFLOWS, given.workflow),
    };
  };
  const start = await Promise.race([answers(), left]);
  asking.close();
  if (start === undefined) process.stdout.write("\n");
  return start;
}
