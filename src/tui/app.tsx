import { render } from "ink";
import type { Keymap } from "./keys/keymap.ts";
import type { Ports } from "./review/ports.ts";
import { type Beginning, start } from "./review/reduce.ts";
import { reviewSession } from "./review/session.ts";
import type { State } from "./review/state.ts";
import { ReviewScreen } from "./screen.tsx";
import { askBackground, type Background, type Wires } from "./terminal/background.ts";
import { type Mouse, takeScreen } from "./terminal/full-screen.ts";
import { readStrokes } from "./terminal/keyboard.ts";
import { painterOn, pictureOf } from "./terminal/painter.ts";
import type { Palette } from "./theme.ts";

/** What a review needs: the files with their findings, the events of their journals, and what it may ask of the world. */
export interface ReviewInput extends Omit<Beginning, "size"> {
  readonly ports: Ports;
  readonly keymap: Keymap;
  /** `ask`: the terminal is asked for its background. */
  readonly theme: Background | "plain" | "ask";
  readonly mouse: Mouse;
  readonly terminal: Wires;
  /** What to tell first, if anything. */
  readonly note: string | undefined;
  /** Calls back with the files that somebody else changed, until the function it returns is called. */
  readonly watch: (listener: (files: readonly number[]) => void) => () => void;
}

const PATIENCE_IN_MS = 150;

const sizeOf = (stdout: NodeJS.WriteStream) => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 });

async function paletteFor(theme: ReviewInput["theme"], wires: Wires): Promise<{ palette: Palette; rest: string }> {
  if (theme !== "ask") return { palette: theme, rest: "" };
  const { background, rest } = await askBackground(wires, PATIENCE_IN_MS);
  return { palette: background ?? "dark", rest };
}

/** Shows the review until the editor leaves it. */
export async function runReview(input: ReviewInput): Promise<State> {
  const { ports, keymap, terminal, note } = input;
  const { stdin, stdout } = terminal;
  stdin.setRawMode(true);
  const { palette, rest } = await paletteFor(input.theme, terminal);
  const session = reviewSession(start({ ...input, size: sizeOf(stdout) }), keymap, ports);
  if (note !== undefined) session.happen({ kind: "told", note });
  const painter = painterOn((text) => stdout.write(text));
  const leave = takeScreen(stdout, input.mouse, () => {
    painter.close();
    stdin.setRawMode(false);
  });
  const screen = <ReviewScreen {...{ session, keymap, palette }} explain={ports.explain} place={painter.place} />;
  // In this mode Ink hands over whole pictures, and the painter writes what has changed.
  const app = render(screen, { stdin, stdout: pictureOf(stdout, painter), exitOnCtrlC: false, debug: true });
  const stopReading = readStrokes(stdin, rest, session.press);
  const stopWatching = input.watch((files) => session.happen({ kind: "changed-on-disk", files }));
  const resized = (): void => {
    painter.wipe();
    session.happen({ kind: "resized", size: sizeOf(stdout) });
  };
  stdout.prependListener("resize", resized);
  try {
    await app.waitUntilExit();
  } finally {
    stdout.off("resize", resized);
    stopWatching();
    stopReading();
    leave();
    stdin.pause();
  }
  return session.state();
}
