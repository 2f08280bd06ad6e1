import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { micromark } from "micromark";
import { gfmTable, gfmTableHtml } from "micromark-extension-gfm-table";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Rule } from "../src/rulebook/rule.ts";
import { ownRulebook, unmarked } from "./support/example.ts";
import { needProgram, type Outcome, runCommand } from "./support/program.ts";

const ROOT = join(import.meta.dirname, "..");
let folder = "";
const run = (...words: readonly string[]): Outcome =>
  runCommand(process.execPath, ["scripts/rules-table.mjs", ...words], { folder });
const pathOf = (id: string): string => join(folder, "docs/rules", `${id}.md`);

beforeAll(() => {
  needProgram();
  folder = mkdtempSync(join(tmpdir(), "misrender-pages-"));
  mkdirSync(join(folder, "rules"));
  cpSync(join(ROOT, "scripts"), join(folder, "scripts"), { recursive: true });
  symlinkSync(join(ROOT, "dist"), join(folder, "dist"), "dir");
  expect(run()).toEqual({ exitCode: 0, stdout: "", stderr: "" });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The cells of a page's tables, row by row, as readers see them. */
function rowsOf(id: string): readonly (readonly string[])[] {
  const html = micromark(readFileSync(pathOf(id), "utf8"), {
    allowDangerousHtml: true,
    extensions: [gfmTable()],
    htmlExtensions: [gfmTableHtml()],
  });
  const { document } = parseHTML(`<body>${html.replaceAll("<br>", "\n")}</body>`);
  return [...document.querySelectorAll("tbody tr")].map((row) =>
    [...row.querySelectorAll("td")].map(({ textContent }) => textContent.replaceAll("\u00a0", " ")),
  );
}

/** A text with the characters that show nothing named by their numbers. */
const named = (text: string): string =>
  text
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Co}]/gu, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
    })
    .replaceAll("\u00a0", " ");

describe("the page of a rule", () => {
  test.each(ownRulebook.rules.map((rule): readonly [string, Rule] => [rule.id, rule]))(
    "%s shows every example word for word",
    (id, { examples }) => {
      const [, ...rows] = rowsOf(id);
      const shown = rows.map(([text = "", beside = ""], index) => {
        const example = [...examples.bad, ...examples.good][index];
        return [text.slice(0, named(unmarked(example?.target ?? "")).length), beside];
      });
      expect(shown).toEqual([
        ...examples.bad.map(({ target, fixed = "–" }) => [named(unmarked(target)), named(fixed)]),
        ...examples.good.map(({ target, because }) => [named(target), named(because)]),
      ]);
    },
  );

  test("says what was measured only where something was", () => {
    const { rules } = JSON.parse(readFileSync(join(ROOT, "rules/measured.json"), "utf8"));
    const measured = ownRulebook.rules.filter(({ id }) => id in rules);
    expect(measured).not.toEqual([]);
    for (const { id } of ownRulebook.rules) {
      const page = readFileSync(pathOf(id), "utf8");
      if (id in rules) expect(page).toMatch(new RegExp(`^Measured: ${rules[id].flags} flags? in `, "mu"));
      else expect(page).not.toContain("Measured:");
    }
  });

  test("that is out of date or of no rule is noticed, and mended", () => {
    const [{ id } = { id: "" }] = ownRulebook.rules;
    const orphan = pathOf("style/once-a-rule");
    writeFileSync(pathOf(id), "Something else.\n");
    writeFileSync(orphan, "A page that its rule has left.\n");
    const { exitCode, stderr } = run("--check");
    expect(exitCode).toBe(1);
    expect(stderr.trimEnd().split("\n")).toEqual([
      `docs/rules/${id}.md is out of date. Run “npm run rules:table” and commit it.`,
      "docs/rules/style/once-a-rule.md is of no rule. Run “npm run rules:table” and commit that it is gone.",
    ]);
    run();
    expect(existsSync(orphan)).toBe(false);
    expect(run("--check")).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });
});
