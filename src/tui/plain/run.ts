import { oneLine } from "../../text/printable.ts";
import type { Keymap } from "../keys/keymap.ts";
import type { Ports } from "../review/ports.ts";
import { type Beginning, start } from "../review/reduce.ts";
import { reviewSession, type Session } from "../review/session.ts";
import { situationOf } from "../review/situation.ts";
import type { State } from "../review/state.ts";
import { standingAt } from "../review/state.ts";
import { standingSign } from "../screens/wording.ts";
import { commandOf } from "./commands.ts";
import { findingWords, tallyWords } from "./words.ts";

/** What a review line by line needs. */
export interface PlainInput extends Omit<Beginning, "size"> {
  readonly ports: Ports;
  readonly keymap: Keymap;
  readonly lines: AsyncIterable<string>;
  readonly print: (text: string) => void;
  readonly note: string | undefined;
}

const SIZE = { columns: 100, rows: 40 };
const MOST_LISTED = 50;

function listWords(state: State): readonly string[] {
  const rows = state.listing.order.slice(0, MOST_LISTED).map((index) => {
    const finding = state.items[index]?.entry.finding;
    const sign = standingSign(standingAt(state, index));
    return oneLine(`${index + 1} ${sign} ${finding?.severity}: ${finding?.target.text}: ${finding?.message}`);
  });
  const more = state.listing.order.length - rows.length;
  return more > 0 ? [...rows, `… and ${more} more.`] : rows;
}

/** What stands where a page would be. */
function pageWords(session: Session, { keymap, ports }: PlainInput): readonly string[] {
  const state = session.state();
  const situation = situationOf(state);
  const keys = (): string =>
    keymap
      .hintsFor(situation)
      .map(({ label, does }) => `${label} ${does}`)
      .join(", ");
  switch (state.mode.kind) {
    case "finding":
      return findingWords(situation);
    case "list":
    case "search":
      return listWords(state);
    case "help":
      return keymap.help
        .filter(({ modes }) => modes.includes("finding"))
        .map(({ label, does, action }) => `${label}: ${does} (${action})`);
    case "rule":
      return ports
        .explain(situation.current?.entry.finding.rule ?? "")
        .split("\n")
        .map(oneLine);
    case "document":
      return situation.current?.document?.pairs.map(({ target }) => oneLine(target.text)) ?? [];
    case "filter":
    case "scope":
      return [keys()];
    case "summary":
      return [`${situation.tally.unsavedCount} changes will be written. ${keys()}`];
    case "quit":
      return [`${situation.tally.unsavedCount} changes are not saved. ${keys()}`];
    case "edit":
    case "left":
      return [];
  }
}

/** Pages that are read out and not stayed on. */
const isReadOut = ({ mode }: State): boolean =>
  mode.kind === "help" || mode.kind === "rule" || mode.kind === "document" || mode.kind === "edit";

/** Reviews line by line: a finding is read out, a line says what to do. It ends with the input, or with q. */
export async function runPlain(input: PlainInput): Promise<State> {
  const { keymap, ports, print, note } = input;
  const session = reviewSession(start({ ...input, size: SIZE }), keymap, ports);
  const say = (lines: readonly string[]): void => print(`${lines.join("\n")}\n`);
  const ask = (): void => print("> ");
  say([
    ...(note === undefined ? [] : [oneLine(note)]),
    tallyWords(situationOf(session.state())),
    "? lists all commands.",
  ]);
  say(["", ...pageWords(session, input)]);
  ask();
  for await (const line of input.lines) {
    if (line.trim() !== "") {
      const command = commandOf(line, keymap, session.state().mode.kind);
      if (command.kind === "unknown") say([oneLine(command.words)]);
      else session.press(command.strokes);
    }
    const state = session.state();
    if (state.mode.kind === "left") break;
    if (state.note !== undefined) say([oneLine(state.note)]);
    say(["", ...pageWords(session, input)]);
    if (isReadOut(state)) session.press([{ kind: "key", name: "escape", text: "" }]);
    ask();
  }
  print("\n");
  return session.state();
}
