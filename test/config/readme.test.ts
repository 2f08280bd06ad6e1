import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { inlineIgnores } from "../../src/audit/inline.ts";
import { readIgnoreFile } from "../../src/config/ignore-file.ts";
import { readConfig } from "../../src/config/read.ts";
import { commentsIn } from "../../src/readers/comments.ts";
import { unwrapped } from "../readers/support.ts";

const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "misrender-readme-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The indented block of the README that has these words, without its indent. */
function blockWith(words: string): string {
  const block = readme.split(/\n\n(?! {4})/u).find((each) => each.includes(`    ${words}`)) ?? "";
  return block
    .split("\n")
    .filter((line) => line.startsWith("    "))
    .map((line) => line.slice(4))
    .join("\n");
}

test("the configuration in the README holds", () => {
  mkdirSync(join(folder, "desk"));
  mkdirSync(join(folder, "paper"));
  writeFileSync(join(folder, "desk/misrender.config.yaml"), "minScore: 90\n");
  const path = join(folder, "paper/misrender.config.yaml");
  writeFileSync(path, blockWith("extends:"));
  const { settings, overrides, glossary } = unwrapped(readConfig(path));
  expect(settings.minScore?.value).toBe(95);
  expect(overrides).toHaveLength(2);
  expect(glossary).toHaveLength(1);
});

test("the ignore file in the README holds", () => {
  const path = join(folder, ".misrenderignore.yaml");
  writeFileSync(path, blockWith("ignores:"));
  expect(unwrapped(readIgnoreFile(path))).toHaveLength(1);
});

test("the comments in the README are ignores", () => {
  const text = blockWith("<!-- misrender-ignore ");
  const file = { path: "a.html", format: "html", text, documents: [] };
  const { ignores, problems } = inlineIgnores(file, commentsIn("html", text));
  expect(problems).toEqual([]);
  expect(ignores).toHaveLength(4);
});
