import { describe, expect, test } from "vitest";
import { DEFAULT_KEYMAP, type Keymap, keymapWith } from "../../src/tui/keys/keymap.ts";
import { reviewSession } from "../../src/tui/review/session.ts";
import { situationOf } from "../../src/tui/review/situation.ts";
import { decodeInput, decodeRest, type Stroke } from "../../src/tui/terminal/strokes.ts";
import { afterKeys, desk, fresh, stroke, summary } from "./desk.ts";

const intent = (before: string, name: string) => DEFAULT_KEYMAP.intentFor(stroke(name), situationOf(afterKeys(before)));

describe("what a key asks for", () => {
  test.each([
    ["", "j", { kind: "moved", to: "next" }],
    ["", "down", { kind: "moved", to: "next" }],
    ["", "n", { kind: "moved", to: "next-open" }],
    ["", "tab", { kind: "moved", to: "next-unseen" }],
    ["", "G", { kind: "moved", to: "last" }],
    ["j", "3", { kind: "chose", suggestion: 2 }],
    ["", "l", { kind: "turned-to", mode: { kind: "list" } }],
    ["", "q", { kind: "turned-to", mode: { kind: "left" } }],
    ["", "ctrl-c", { kind: "turned-to", mode: { kind: "left" } }],
    ["", "z", undefined],
    ["", "Ω", undefined],
    ["e", "z", { kind: "typed", text: "z" }],
    ["e", "q", { kind: "typed", text: "q" }],
    ["e", "space", { kind: "typed", text: " " }],
    ["e", "backspace", { kind: "erased", what: "left" }],
    ["e", "left", { kind: "caret-moved", to: "left", widthInCells: 77 }],
    ["e", "ctrl-r", undefined],
    ["/", "x", { kind: "typed", text: "x" }],
    ["?", "q", { kind: "typed", text: "q" }],
    ["f", "space", { kind: "ticked", row: 0 }],
    ["l", "o", { kind: "arranged", arrangement: { sort: "severity" } }],
    ["a s", "s", { kind: "save", next: "stay" }],
    ["a q", "s", { kind: "save", next: "leave" }],
  ])("after %j, %s", (before, name, expected) => {
    expect(intent(before, name)).toEqual(expected);
  });
});

describe("the footer shows the keys that do something now", () => {
  const labels = (keys: string): string =>
    DEFAULT_KEYMAP.hintsFor(situationOf(afterKeys(keys)))
      .map(({ label }) => label)
      .join(" ");
  test.each([
    ["", "a i e = j k n p l f / d x I w m tab ? q"],
    ["j", "a i e 1-3 = j k n p l f / d x I w m tab ? q"],
    ["G", "i e = j k n p l f / d x I w m tab ? q"],
    ["a u", "a i e = j k n p ctrl-r l f / d x I w m tab ? q"],
    ["j a k", "i e 1-2 = j k n p u s l f / d x I w m tab ? q"],
    ["l", "a i e = j k n p enter f / o t d x I w m tab ? q"],
    ["e", "enter esc ← → ctrl-w ctrl-u ctrl-z"],
    ["/", "enter esc"],
    ["?", "esc ↓ ↑"],
    ["f", "space j k enter 0 esc"],
    ["I", "i d o e esc"],
    ["x", "j k esc"],
    ["a s", "s j k esc"],
    ["a q", "s q esc"],
    ["q", ""],
  ])("after %j: %s", (keys, expected) => {
    expect(labels(keys)).toBe(expected);
  });

  test("the help has every action of every page", () => {
    const actions = new Set(DEFAULT_KEYMAP.help.map(({ action }) => action));
    expect(actions.size).toBe(DEFAULT_KEYMAP.help.length);
    for (const action of ["accept", "undo", "save", "wrong-flag", "ignore-everywhere", "finish", "tick"])
      expect(actions).toContain(action);
  });
});

describe("keys of one's own", () => {
  const own = (keys: Record<string, readonly string[]>): Keymap | string => {
    const result = keymapWith(keys, "keys.yaml");
    return result.kind === "ok" ? result.value : `${result.problem.what} ${result.problem.remedy}`;
  };
  test("do what they are given for, and nothing else", () => {
    const keymap = own({ accept: ["y"], edit: ["a"] });
    if (typeof keymap === "string") throw new Error(keymap);
    const situation = situationOf(fresh());
    expect(keymap.intentFor(stroke("y"), situation)).toMatchObject({ kind: "decide" });
    expect(keymap.intentFor(stroke("a"), situation)).toMatchObject({ kind: "turned-to", mode: { kind: "edit" } });
    expect(keymap.intentFor(stroke("e"), situation)).toBeUndefined();
    expect(keymap.hintsFor(situation)[0]).toMatchObject({ label: "y", does: "accept" });
  });
  test.each([
    [{ acept: ["y"] }, "There is no action “acept”. Did you mean “accept”?"],
    [{ accept: ["strg-a"] }, "“strg-a” is no key. Write a, A, ctrl-r, alt-b, enter, pageup, tab …"],
    [{ accept: ["y"], ignore: ["y"] }, "“accept” and “ignore” have a key in common. Give each its own."],
    [{ accept: ["q", "ctrl-c"] }, "No key is left for “quit”. Give it one."],
  ])("%j: %s", (keys, words) => {
    expect(own(keys)).toBe(words);
  });
});

describe("input of a terminal", () => {
  const named = (strokes: readonly Stroke[]): readonly string[] =>
    strokes.map((each) =>
      each.kind === "key" ? each.name : each.kind === "paste" ? `«${each.text}»` : `${each.x},${each.y}`,
    );
  test.each([
    ["a", ["a"]],
    ["I", ["I"]],
    ["\u0012", ["ctrl-r"]],
    ["\u001b[A", ["up"]],
    ["\u001bOB", ["down"]],
    ["\u001b[1;5C", ["ctrl-right"]],
    ["\u001b[1;3D", ["alt-left"]],
    ["\u001b[5~\u001b[6~", ["pageup", "pagedown"]],
    ["\u001b[3~", ["delete"]],
    ["\u001b[Z", ["shift-tab"]],
    ["\u001bb", ["alt-b"]],
    ["\u001b\r", ["alt-enter"]],
    ["\r", ["enter"]],
    ["\n", ["ctrl-j"]],
    ["\u007f", ["backspace"]],
    [" ", ["space"]],
    ["jja", ["j", "j", "a"]],
    ["no\r0f", ["n", "o", "enter", "0", "f"]],
    ["jj\u001b[Bk", ["j", "j", "down", "k"]],
    ["j".repeat(40), Array(40).fill("j")],
    ["aiai and a long line of text", ["«aiai and a long line of text»"]],
    ["\u001b[200~two\r\nlines\u001b[201~x", ["«two\nlines»", "x"]],
    ["\u0007\u0080", ["ctrl-g"]],
    ["👩‍🚀é", ["👩‍🚀", "é"]],
    ["\u001b]11;rgb:ffff/ffff/ffff\u0007\u001b[?64;1ca", ["a"]],
    ["\u001b[<0;5;7M\u001b[<64;5;7M\u001b[<65;5;7M", ["4,6", "up", "down"]],
    ["\u001b[99;7u", []],
  ])("%j", (input, expected) => {
    const { strokes, rest } = decodeInput(input);
    expect(named(strokes)).toEqual(expected);
    expect(rest).toBe("");
  });

  test.each([
    ["\u001b", ["escape"]],
    ["\u001b[", ["escape", "["]],
    ["\u001b[200~half", ["«half»"]],
  ])("%j alone waits for more, until none comes", (input, expected) => {
    expect(decodeInput(`a${input}`)).toEqual({ strokes: [stroke("a")], rest: input });
    expect(named(decodeRest(input))).toEqual(expected);
  });

  test("cut anywhere it is the same", () => {
    const input = "a\u001b[1;5Cé\u001b[200~paste me\u001b[201~\u001bOA";
    const whole = named(decodeInput(input).strokes);
    for (let cut = 1; cut < input.length; cut += 1) {
      const first = decodeInput(input.slice(0, cut));
      const second = decodeInput(first.rest + input.slice(cut));
      expect(named([...first.strokes, ...second.strokes])).toEqual(whole);
    }
  });

  test("a clipboard emptied over the findings decides nothing", () => {
    const session = reviewSession(fresh(), DEFAULT_KEYMAP, desk());
    const pasted: Stroke = { kind: "paste", text: "aiai" };
    session.press([pasted]);
    expect(summary(session.state())).toBe("1 .... finding");
    expect(session.state().note).toContain("nothing was done");
    session.press([stroke("e"), pasted]);
    expect(summary(session.state())).toBe("1 .... edit");
  });
});
