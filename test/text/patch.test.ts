import { expect, test } from "vitest";
import { changedLinesIn, unquotedPath } from "../../src/text/patch.ts";

test.each([
  ["b/a.txt", "b/a.txt"],
  ["b/two words.txt\t", "b/two words.txt"],
  ['"b/caf\\303\\251.txt"', "b/café.txt"],
  ['"b/a\\tb\\"c\\\\d.txt"', 'b/a\tb"c\\d.txt'],
])("the path %s is read", (written, path) => {
  expect(unquotedPath(written)).toBe(path);
});

test("hunks give the lines that are new or other; what looks like a header inside them is text", () => {
  const patch = [
    "diff --git a/a.txt b/a.txt",
    "--- a/a.txt",
    "+++ b/a.txt",
    "@@ -3 +3,2 @@ a heading",
    "--- old",
    "+++ b/c.txt",
    "+new",
    "@@ -9,2 +10,0 @@",
    "-gone",
    "-gone",
    "@@ -20,0 +20 @@",
    "+added",
    "\\ No newline at end of file",
    "diff --git a/b.txt b/b.txt",
    "--- /dev/null",
    "+++ b/b.txt",
    "@@ -0,0 +1,3 @@",
    "+1",
    "+2",
    "+3",
    "",
  ].join("\n");
  expect([...changedLinesIn(patch)]).toEqual([
    ["a.txt", [{ first: 3, last: 4 }, { first: 20, last: 20 }]],
    ["b.txt", [{ first: 1, last: 3 }]],
  ]); // biome-ignore format: a file a line
});
