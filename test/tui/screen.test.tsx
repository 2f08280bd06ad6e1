import { cleanup, render } from "ink-testing-library";
import { afterEach, describe, expect, test } from "vitest";
import { ReviewScreen } from "../../src/tui/screens/review/screen.tsx";
import { reviewSession } from "../../src/tui/screens/review/session.ts";
import { PALETTES, styleOf } from "../../src/tui/theme.ts";
import { desk, fresh } from "./desk.ts";

afterEach(cleanup);

const ESCAPE = "\u001b";
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe("keys reach the frame", () => {
  test.each([
    ["j", "finding 2 of 4"],
    [`${ESCAPE}[B`, "finding 2 of 4"],
    ["jj", "finding 3 of 4"],
    ["a", "open: 1 major, 1 minor, 1 neutral"],
    ["?", "Keys while you write"],
    ["e", "Write: the│"],
    ["eyou\r", "finding 2 of 4"],
  ])("%j", async (keys, expected) => {
    const session = reviewSession(fresh(), desk());
    const screen = render(<ReviewScreen session={session} palette="coloured" />);
    await settled();
    screen.stdin.write(keys);
    await settled();
    expect(screen.lastFrame()).toContain(expected);
  });

  test("quickly, and none of them meets an older state", async () => {
    const ports = desk();
    const session = reviewSession(fresh(), ports);
    const screen = render(<ReviewScreen session={session} palette="plain" />);
    await settled();
    for (const key of "aiu") screen.stdin.write(key);
    await settled();
    expect(ports.journal.map(({ kind }) => kind)).toEqual(["accepted", "ignored", "undone"]);
    expect(screen.lastFrame()).toContain("finding 2 of 4");
  });

  test("and leaving clears it", async () => {
    const session = reviewSession(fresh(), desk());
    const screen = render(<ReviewScreen session={session} palette="plain" />);
    await settled();
    screen.stdin.write("q");
    await settled();
    expect(screen.lastFrame()?.trim()).toBe("");
  });
});

test("the plain palette has no style at all", () => {
  expect(PALETTES).toContain("plain");
  for (const tone of ["flaw", "removed", "added", "quiet", "strong", "chosen", "caret", "warning"] as const) {
    expect(styleOf("plain", tone)).toEqual({});
    expect(styleOf("coloured", tone)).not.toEqual({});
  }
});
