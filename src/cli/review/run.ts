import { createInterface } from "node:readline";
import { fail, ok, type Result } from "../../core/result.ts";
import type { Keymap } from "../../tui/keys/keymap.ts";
import type { State } from "../../tui/review/state.ts";
import { tallyOf } from "../../tui/review/tally.ts";
import { auditPlan } from "../commands/check.ts";
import type { ReviewOptions } from "../commands/review.ts";
import { openSuppressors } from "../gate-options.ts";
import { ruleSummaries } from "../report.ts";
import type { Terminal } from "../terminal.ts";
import { type Desk, openDesk } from "./desk.ts";
import { writeExports } from "./exports.ts";
import { openKeymap } from "./own-keys.ts";
import { type DeskPorts, portsOf } from "./ports.ts";
import { routeDesk } from "./queue.ts";

/** How the review is held: on the screen, line by line, or not at all. */
type Way = "screen" | "lines" | "none";

function wayFor(where: string, options: ReviewOptions): Result<Way> {
  if (options.plain === true) return ok("lines");
  if (process.stdin.isTTY && process.stdout.isTTY) return ok(process.env.TERM === "dumb" ? "lines" : "screen");
  if (options.export.length > 0) return ok("none");
  return fail({
    where,
    what: "A review needs a terminal.",
    remedy: "With --plain it goes line by line; “misrender check” only prints the findings.",
  });
}

const beginning = ({ files, rules }: Desk) => ({
  readings: files.map(({ reading }) => reading),
  rules: ruleSummaries(
    rules,
    files.flatMap(({ findings }) => findings),
  ),
});

async function reviewOnScreen(
  desk: Desk,
  ports: DeskPorts,
  keymap: Keymap,
  options: ReviewOptions,
  terminal: Terminal,
): Promise<State> {
  // React checks itself at every turn unless it is told that nobody develops here.
  process.env.NODE_ENV ??= "production";
  const [{ runReview }, { backgroundOf }] = await Promise.all([
    import("../../tui/app.tsx"),
    import("../../tui/terminal/background.ts"),
  ]);
  const found = backgroundOf(process.env.COLORFGBG) ?? "ask";
  return runReview({
    ...beginning(desk),
    ports,
    keymap,
    theme: terminal.colourLevel === 0 ? "plain" : options.theme === "auto" ? found : options.theme,
    mouse: options.mouse === true ? "on" : "off",
    terminal: { stdin: process.stdin, stdout: process.stdout },
    note: undefined,
    watch: ports.watch,
  });
}

async function reviewByLines(desk: Desk, ports: DeskPorts, keymap: Keymap, terminal: Terminal): Promise<State> {
  const { runPlain } = await import("../../tui/plain/run.ts");
  const lines = createInterface({ input: process.stdin, terminal: false });
  const state = await runPlain({ ...beginning(desk), ports, keymap, lines, print: terminal.print, note: undefined });
  lines.close();
  return state;
}

async function stateWithout(desk: Desk): Promise<State> {
  const { start } = await import("../../tui/review/reduce.ts");
  return start({ ...beginning(desk), size: { columns: 80, rows: 24 } });
}

function route(desk: Desk, { queue, failOn }: ReviewOptions, terminal: Terminal): Result<true> {
  const routed = routeDesk(desk, queue === true ? undefined : queue, failOn);
  if (routed.kind === "problem") return routed;
  for (const { path, publish, review, reject } of routed.value)
    terminal.print(`${path}: ${publish} to publish, ${review} to review, ${reject} to reject.\n`);
  return ok(true);
}

function farewell(state: State, { files }: Desk): string {
  const { byStanding, openCount, unsavedCount } = tallyOf(state);
  const where = files.length === 1 ? files[0]?.path : `${files.length} files`;
  const journals = files.length === 1 ? `in ${files[0]?.journal}` : "in the journals beside the files";
  const unsaved = unsavedCount === 0 ? "" : `, ${unsavedCount} not saved yet (they are kept ${journals})`;
  return `${where}: ${byStanding.accepted} accepted, ${openCount} open${unsaved}.\n`;
}

/** Holds a review, or routes what would be reviewed. */
export async function review(
  paths: readonly string[],
  options: ReviewOptions,
  terminal: Terminal,
): Promise<Result<true>> {
  const way = options.queue === undefined ? wayFor(paths.join(", "), options) : ok<Way>("none");
  if (way.kind === "problem") return way;
  const keymap = openKeymap(options.keys);
  if (keymap.kind === "problem") return keymap;
  const suppressors = await openSuppressors(options, undefined, "changes");
  if (suppressors.kind === "problem") return suppressors;
  const places = { output: options.output, journal: options.journal };
  const opened = await openDesk(paths, auditPlan(options), places, suppressors.value);
  if (opened.kind === "problem") return opened;
  if (options.queue !== undefined) return route(opened.value, options, terminal);
  const files = opened.value.files.filter(({ findings }) => findings.length > 0);
  const desk = options.export.length > 0 ? opened.value : { ...opened.value, files };
  if (files.length === 0 && options.export.length === 0) {
    terminal.print(`${paths.join(", ")}: nothing to review.\n`);
    return ok(true);
  }
  const ports = portsOf(desk);
  const state =
    way.value === "screen"
      ? await reviewOnScreen(desk, ports, keymap.value, options, terminal)
      : way.value === "lines"
        ? await reviewByLines(desk, ports, keymap.value, terminal)
        : await stateWithout(desk);
  const exported = writeExports(options.export, desk, state.sitting.files, options);
  if (exported.kind === "problem") return exported;
  terminal.print(farewell(state, desk));
  return ok(true);
}
