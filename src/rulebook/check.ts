import { fail, ok, type Problem, type Result } from "../core/result.ts";
import type { Detector } from "../detectors/detector.ts";
import { DETECTORS, type DetectorName } from "../detectors/index.ts";
import { zod } from "../text/schema.ts";
import { nearestName } from "../text/similarity.ts";
import type { RuleFile } from "./schema.ts";

const isDetectorName = (name: string): name is DetectorName => Object.hasOwn(DETECTORS, name);

function unknownDetector(path: string, name: string): Problem {
  const names = Object.keys(DETECTORS);
  const nearest = nearestName(name, names);
  const remedy = nearest === undefined ? `Known: ${names.join(", ")}.` : `Did you mean “${nearest}”?`;
  return { where: path, what: `There is no detector “${name}”.`, remedy };
}

/** A problem with the options of a rule. */
export const optionsProblem = (path: string, detector: string, what: string): Problem => ({
  where: path,
  what,
  remedy: `See the options of the detector “${detector}” in CONTRIBUTING.md.`,
});

function unknownSlot(path: string, message: string, slots: readonly string[]): Problem | undefined {
  const unknown = [...message.matchAll(/\{([\w-]+)\}/gu)]
    .map((match) => match[1] ?? "")
    .find((slot) => !slots.includes(slot));
  if (unknown === undefined) return undefined;
  return {
    where: path,
    what: `The message has an unknown slot {${unknown}}.`,
    remedy: `Known slots: ${slots.join(", ")}.`,
  };
}

/** The options of a rule as its detector takes them: checked, with what is left out filled in. */
export interface CheckedOptions {
  readonly detector: DetectorName;
  readonly options: object;
}

/** Checks a rule against its detector: options and the slots of its message. */
export function checkOptions(path: string, { detector: name, options, message }: RuleFile): Result<CheckedOptions> {
  if (!isDetectorName(name)) return fail(unknownDetector(path, name));
  const detector: Detector = DETECTORS[name];
  const checked = detector.options(zod()).safeParse(options);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    return fail(optionsProblem(path, name, `options.${issue?.path.join(".") ?? ""}: ${issue?.message ?? "wrong"}`));
  }
  const slot = unknownSlot(path, message, detector.slots(checked.data));
  return slot === undefined ? ok({ detector: name, options: checked.data }) : fail(slot);
}
