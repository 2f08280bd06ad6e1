import { describe, expect, test } from "vitest";
import { type Ignore, ignoreFindings, type Reach } from "../../src/audit/ignore.ts";
import { inlineIgnores } from "../../src/audit/inline.ts";
import type { SourceFile } from "../../src/core/document.ts";
import { commentsIn } from "../../src/readers/comments.ts";
import { readerFor } from "../../src/readers/index.ts";
import { unwrapped } from "../readers/support.ts";
import { findingAt } from "../support/finding.ts";

const TODAY = "2026-05-05";

function fileOf(path: string, text: string): SourceFile {
  const reader = unwrapped(readerFor(path, text, undefined));
  const documents = unwrapped(reader.read(path, text, { scope: "everything" }));
  return { path, format: reader.name, text, documents };
}

function ignoresIn(path: string, text: string) {
  const file = fileOf(path, text);
  return inlineIgnores(file, commentsIn(file.format, text));
}

const reachesIn = (path: string, text: string): readonly Reach[] =>
  ignoresIn(path, text).ignores.map(({ reach }) => reach);

describe("how far a comment reaches", () => {
  const pair = (id: string) => ({ kind: "pair", document: "a.html", pair: id });

  test("the text it stands in, otherwise the next", () => {
    expect(reachesIn("a.html", "<p>One <!-- misrender-ignore style: a --> two.</p><p>Three.</p>")).toEqual([pair("1")]);
    expect(reachesIn("a.html", "<p>One.</p><!-- misrender-ignore style: a --><p>Two.</p>")).toEqual([pair("2")]);
    expect(reachesIn("a.md", "One.\n\n<!-- misrender-ignore style: a -->\n\nTwo.\n")).toEqual([
      { ...pair("2"), document: "a.md" },
    ]);
  });

  test("-next: the next text, wherever it stands", () => {
    expect(reachesIn("a.html", "<p>One <!-- misrender-ignore-next style: a --> two.</p><p>Three.</p>")).toEqual([
      pair("2"),
    ]);
  });

  test("-file: all of it", () => {
    expect(reachesIn("a.html", "<p>One.</p><!-- misrender-ignore-file style: a -->")).toEqual([{ kind: "file" }]);
  });

  test("-item: the item of a feed it stands in, otherwise the next", () => {
    const item = (id: string, more: string) =>
      `<item><title>T${id}.</title>${more}<guid>${id}</guid><description>D.</description></item>`;
    const note = "<!-- misrender-ignore-item style: a -->";
    const feed = (...items: readonly string[]) => `<rss><channel>${items.join("")}</channel></rss>`;
    expect(reachesIn("a.xml", feed(item("1", note), item("2", "")))).toEqual([{ kind: "document", document: "1" }]);
    expect(reachesIn("a.xml", feed(item("1", ""), note, item("2", "")))).toEqual([{ kind: "document", document: "2" }]);
  });

  test("after the last text there is nothing to ignore", () => {
    expect(reachesIn("a.html", "<p>One.</p><!-- misrender-ignore style: a -->")).toEqual([{ kind: "nowhere" }]);
  });
});

describe("what a comment says", () => {
  test("rules, a reason and a last day", () => {
    const text =
      "<p>A.</p>\n<!-- misrender-ignore style/awkward, accuracy until 2027-01-31: it is\n  a poem: really -->\n<p>B.</p>";
    const said = { by: "inline", path: "a.html", line: 2, reason: "it is a poem: really", expires: "2027-01-31" };
    expect(ignoresIn("a.html", text).ignores).toMatchObject([
      { ...said, rule: "style/awkward" },
      { ...said, rule: "accuracy" },
    ]);
  });

  test.each([
    ["misrender-ignore style", "This ignore gives no reason."],
    ["misrender-ignore style:  ", "This ignore gives no reason."],
    ["misrender-ignore: because", "This ignore names no rule."],
    ["misrender-ignore style until soon: because", "After “until” there is no day."],
    ["misrender-ignore-line style: because", "There is no comment “misrender-ignore-line”."],
  ])("%s is refused", (comment, what) => {
    expect(ignoresIn("a.html", `<p>A.</p>\n\n<!-- ${comment} -->`)).toMatchObject({
      ignores: [],
      problems: [{ where: "a.html:3", what }],
    });
  });

  test("other comments are none of ours", () => {
    expect(ignoresIn("a.html", "<!-- see misrender-ignore --><p>A.</p>")).toEqual({ ignores: [], problems: [] });
  });
});

describe("ignoring", () => {
  const ignore = (over: Partial<Ignore> = {}): Ignore => ({
    by: "ignore-file",
    path: ".misrenderignore.yaml",
    line: 2,
    rule: "accuracy/example",
    reason: "quoted",
    expires: null,
    reach: { kind: "matching", document: null, text: null, fingerprint: null },
    ...over,
  });
  const finding = findingAt(0, 3);
  const isIgnored = (over: Partial<Ignore>): boolean =>
    ignoreFindings([finding], [ignore(over)], TODAY).findings[0]?.suppression !== null;

  test("a rule, a category and a dimension name findings; another rule does not", () => {
    expect(["accuracy/example", "accuracy/mistranslation", "accuracy"].map((rule) => isIgnored({ rule }))).toEqual([
      true,
      true,
      true,
    ]);
    expect(["accuracy/other", "accur", "style"].map((rule) => isIgnored({ rule }))).toEqual([false, false, false]);
  });

  test("all that is said must fit", () => {
    const matching = { kind: "matching", document: null, text: null, fingerprint: null } as const;
    expect(isIgnored({ reach: { ...matching, text: "xxx" } })).toBe(true);
    expect(isIgnored({ reach: { ...matching, text: "xxy" } })).toBe(false);
    expect(isIgnored({ reach: { ...matching, document: "a", fingerprint: "0-3" } })).toBe(true);
    expect(isIgnored({ reach: { ...matching, document: "b", fingerprint: "0-3" } })).toBe(false);
  });

  test("what has expired is met, but ignores nothing", () => {
    const expired = ignore({ expires: "2026-05-04" });
    const { findings, met } = ignoreFindings([finding], [expired], TODAY);
    expect([findings, [...met]]).toEqual([[finding], [expired]]);
    expect(isIgnored({ expires: TODAY })).toBe(true);
  });
});
