import { describe, expect, test } from "vitest";
import { allKeys, intentFor, keysNow } from "../../src/tui/screens/review/keys.ts";
import { reviewSession } from "../../src/tui/screens/review/session.ts";
import { situationOf } from "../../src/tui/screens/review/situation.ts";
import { isPasted, strokesOf } from "../../src/tui/screens/review/strokes.ts";
import { afterKeys, desk, fresh, inkKey, stroke, summary } from "./desk.ts";

describe("what a key asks for", () => {
  test.each([
    ["", "j", { kind: "moved", to: "next" }],
    ["", "down", { kind: "moved", to: "next" }],
    ["", "k", { kind: "moved", to: "previous" }],
    ["", "up", { kind: "moved", to: "previous" }],
    ["", "n", { kind: "moved", to: "next-open" }],
    ["", "p", { kind: "moved", to: "previous-open" }],
    ["", "g", { kind: "moved", to: "first" }],
    ["", "end", { kind: "moved", to: "last" }],
    ["j", "3", { kind: "chose", suggestion: 2 }],
    ["", "l", { kind: "turned-to", mode: { kind: "list" } }],
    ["", "?", { kind: "turned-to", mode: { kind: "help" } }],
    ["", "q", { kind: "turned-to", mode: { kind: "left" } }],
    ["", "z", undefined],
    ["", "x", undefined],
    ["e", "z", { kind: "typed", text: "z" }],
    ["e", "q", { kind: "typed", text: "q" }],
    ["e", "backspace", { kind: "erased" }],
    ["e", "left", { kind: "caret-moved", to: "left" }],
    ["e", "ctrl-r", undefined],
    ["a", "s", { kind: "save", next: "stay" }],
    ["a q", "s", { kind: "save", next: "leave" }],
    ["a", "u", { kind: "decide", fact: { kind: "undone", decision: "e0" } }],
    ["a u", "ctrl-r", { kind: "decide", fact: { kind: "redone", decision: "e0" } }],
  ])("after %j, %s", (before, name, expected) => {
    expect(intentFor(stroke(name), situationOf(afterKeys(before)))).toEqual(expected);
  });
});

describe("the footer shows the keys that do something now", () => {
  const labels = (keys: string): string =>
    keysNow(situationOf(afterKeys(keys)))
      .map(({ label }) => label)
      .join(" ");
  test.each([
    ["", "a i e j k n p I l ? q"],
    ["j", "a i e 1-9 j k n p I l ? q"],
    ["G", "i e j k n p I l ? q"],
    ["a", "a i e 1-9 j k n p u s I l ? q"],
    ["a u", "a i e j k n p ctrl-r I l ? q"],
    ["a s", "a i e 1-9 j k n p u I l ? q"],
    ["j a k", "i e 1-9 j k n p u s I l ? q"],
    ["e", "enter escape ← →"],
    ["l", "j k n p enter ? q"],
    ["?", "escape"],
    ["a q", "s q escape"],
    ["q", ""],
  ])("after %j: %s", (keys, expected) => {
    expect(labels(keys)).toBe(expected);
  });

  test("the help has every one of them", () => {
    const all = allKeys("review").map(({ label }) => label);
    expect(all).toEqual(expect.arrayContaining("a,i,e,1-9,j k,n p,u,ctrl-r,s,I,l,?,q".split(",")));
  });
});

describe("keys as Ink tells of them", () => {
  const names = (input: string, flags = {}): readonly string[] =>
    strokesOf(input, inkKey(flags)).map(({ name }) => name);
  test.each([
    ["a", {}, ["a"]],
    ["I", { shift: true }, ["I"]],
    ["r", { ctrl: true }, ["ctrl-r"]],
    ["a", { ctrl: true }, ["home"]],
    ["", { upArrow: true }, ["up"]],
    ["\r", { return: true }, ["enter"]],
    ["\n", {}, ["enter"]],
    ["", { escape: true, meta: true }, ["escape"]],
    ["", { delete: true }, ["backspace"]],
    ["x", { meta: true }, []],
    ["jja", {}, ["j", "j", "a"]],
    ["no\r", {}, ["n", "o", "enter"]],
    ["a\r\nb", {}, ["a", " ", "b"]],
    ["\u0000\u0007", {}, []],
    ["👩‍🚀é", {}, ["👩‍🚀", "é"]],
  ])("%j %j", (input, flags, expected) => {
    expect(names(input, flags)).toEqual(expected);
  });

  test("a clipboard emptied over the findings decides nothing", () => {
    const session = reviewSession(fresh(), desk());
    const pasted = strokesOf("aiai and a long line of text", inkKey());
    expect(isPasted(pasted)).toBe(true);
    session.press(pasted);
    expect(summary(session.state())).toBe("1 .... review");
    session.press([stroke("e")]);
    session.press(pasted);
    expect(summary(session.state())).toBe("1 .... edit");
  });
});
