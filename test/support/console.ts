/** One thing that a page tells its reader to do. */
export interface Step {
  readonly command: string;
  /** What the page says that it prints; undefined where it is to print nothing and says so by being a script. */
  readonly output: readonly string[];
  readonly exitCode: number;
}

const ASKS_FOR_CODE = "echo $?";

/** The steps of a `console` block: lines after `$ ` are commands, the others what they print. */
function consoleSteps(block: string): readonly Step[] {
  const steps: { command: string; output: string[]; exitCode: number }[] = [];
  for (const line of block.trimEnd().split("\n")) {
    if (line.startsWith("$ ")) steps.push({ command: line.slice(2), output: [], exitCode: 0 });
    else if (steps.length === 0) throw new Error(`This block does not begin with a command: ${block}`);
    else steps.at(-1)?.output.push(line);
  }
  return steps.flatMap((step, index) => {
    const next = steps[index + 1];
    if (step.command === ASKS_FOR_CODE) return [];
    return [next?.command === ASKS_FOR_CODE ? { ...step, exitCode: Number(next.output.join()) } : step];
  });
}

/**
 * What a page has its reader do, in order: each `sh` block as a whole, which prints nothing, and each command of its `console` blocks.
 * Exit codes are 0 where the page does not ask for them with `echo $?`.
 */
export const stepsOf = (page: string): readonly Step[] =>
  [...page.matchAll(/^```(sh|console)\n([\s\S]*?)^```$/gmu)].flatMap(([, language, block = ""]) =>
    language === "sh" ? [{ command: block, output: [], exitCode: 0 }] : consoleSteps(block),
  );

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");

/** Whether a line is what a page shows, where `…` stands for any text. */
const isShown = (line: string | undefined, shown: string): boolean =>
  line !== undefined && (line === shown || new RegExp(`^${shown.split("…").map(literal).join(".*")}$`, "u").test(line));

/** The lines that a page shows one after the other, split where it leaves lines out. */
function stretchesOf(lines: readonly string[]): readonly (readonly string[])[] {
  const stretches: string[][] = [[]];
  for (const line of lines) {
    if (line === "…") stretches.push([]);
    else stretches.at(-1)?.push(line);
  }
  return stretches;
}

/** Whether a page shows what was printed: `…` is any text of a line, and on a line of its own any number of lines. */
export function isOutput(printed: string, shown: readonly string[]): boolean {
  const lines = printed === "" ? [] : printed.replace(/\n$/u, "").split("\n");
  const stretches = stretchesOf(shown);
  const standsAt = (stretch: readonly string[], at: number): boolean =>
    stretch.every((line, index) => isShown(lines[at + index], line));
  let from = 0;
  for (const [index, stretch] of stretches.entries()) {
    const last = lines.length - stretch.length;
    let at = index > 0 && index === stretches.length - 1 ? Math.max(from, last) : from;
    while (index > 0 && at < last && !standsAt(stretch, at)) at += 1;
    if (!standsAt(stretch, at)) return false;
    from = at + stretch.length;
  }
  return from === lines.length;
}
