import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { misrender, needProgram } from "../support/program.ts";

needProgram();

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "misrender-review-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("what a comment or the ignore file ignores is not up for review", () => {
  const comment = "<!-- misrender-ignore linguistic-conventions/word-twice: a quotation -->";
  writeFileSync(join(folder, "ferry.md"), `${comment}\n\nThe the ferry sailed.\n\nIt came back back at noon.\n`);
  const words = ["review", "--plain", "ferry.md"];
  expect(misrender(words, { folder, input: "" }).stdout).toMatch(/^1 findings; open: 1 minor\./u);
  writeFileSync(
    join(folder, ".misrenderignore.yaml"),
    "ignores:\n  - rule: linguistic-conventions/word-twice\n    reason: the house style\n",
  );
  expect(misrender(words, { folder, input: "" }).stdout).not.toContain("stands here twice");
  expect(misrender([...words, "--no-inline-ignores"], { folder, input: "" }).stdout).not.toContain("stands here twice");
});
