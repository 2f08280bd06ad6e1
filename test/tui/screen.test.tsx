import { cleanup, render } from "ink-testing-library";
import { afterEach, describe, expect, test } from "vitest";
import { DEFAULT_KEYMAP } from "../../src/tui/keys/keymap.ts";
import { reviewSession } from "../../src/tui/review/session.ts";
import { ReviewScreen } from "../../src/tui/screen.tsx";
import type { Caret } from "../../src/tui/terminal/painter.ts";
import { decodeInput } from "../../src/tui/terminal/strokes.ts";
import { desk, fresh } from "./desk.ts";

afterEach(cleanup);

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

function open() {
  const ports = desk();
  const session = reviewSession(fresh(), DEFAULT_KEYMAP, ports);
  const carets: (Caret | undefined)[] = [];
  const screen = render(
    <ReviewScreen
      session={session}
      keymap={DEFAULT_KEYMAP}
      palette="dark"
      explain={ports.explain}
      place={(caret) => carets.push(caret)}
    />,
  );
  return { ports, session, screen, carets, type: (input: string) => session.press(decodeInput(input).strokes) };
}

describe("keys reach the frame", () => {
  test.each([
    ["j", "2 of 4"],
    ["\u001b[B", "2 of 4"],
    ["jj", "3 of 4"],
    ["a", "1 decided"],
    ["?", "Search the help"],
    ["e", "Write the repair"],
    ["eyou\r", "2 of 4"],
    ["l", "4 findings"],
  ])("%j", async (input, expected) => {
    const { screen, type } = open();
    type(input);
    await settled();
    expect(screen.lastFrame()).toContain(expected);
  });

  test("quickly, and none of them meets an older state", async () => {
    const { ports, screen, type } = open();
    for (const input of "aiu") type(input);
    await settled();
    expect(ports.journals[0]?.map(({ kind }) => kind)).toEqual(["accepted", "ignored", "undone"]);
    expect(screen.lastFrame()).toContain("2 of 4");
  });

  test("the caret is where one writes, and nowhere else", async () => {
    const { carets, type } = open();
    type("e");
    await settled();
    expect(carets.at(-1)).toMatchObject({ x: 5 });
    type("\u001b[D");
    await settled();
    expect(carets.at(-1)).toMatchObject({ x: 4 });
    type("\r");
    await settled();
    expect(carets.at(-1)).toBeUndefined();
  });

  test("leaving clears it", async () => {
    const { screen, type } = open();
    type("q");
    await settled();
    expect(screen.lastFrame()?.trim()).toBe("");
  });
});
