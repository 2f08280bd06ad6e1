import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { misrender, needProgram, type Outcome, runCommand } from "../support/program.ts";

let folder = "";
beforeAll(() => {
  needProgram();
  folder = mkdtempSync(join(tmpdir(), "misrender-fix-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fix = (words: string, input = ""): Outcome => misrender(["fix", ...words.split(" ")], { folder, input });
const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
const read = (name: string): Buffer => readFileSync(join(folder, name));
const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

const DOUBLED = "The ferry on the the lake leaves at six.";
const SINGLE = "The ferry on the lake leaves at six.";

/** The same flaw as each format writes it; all but the flaw must stay as it is. */
const FORMATS: readonly (readonly [name: string, before: string | Buffer, after: string | Buffer])[] = [
  ["plain.txt", `\uFEFF${DOUBLED}\r\nSecond line.\r`, `\uFEFF${SINGLE}\r\nSecond line.\r`],
  ["wide.txt", utf16(DOUBLED), utf16(SINGLE)],
  ["notes.md", `# Ferries\n\n* ${DOUBLED}  \n`, `# Ferries\n\n* ${SINGLE}  \n`],
  [
    "page.html",
    `<p>The ferry on the <b>the</b> lake &amp; leaves.</p>\n`,
    `<p>The ferry on the<b></b> lake &amp; leaves.</p>\n`,
  ],
  [
    "feed.xml",
    `<rss version="2.0"><channel><item><guid>7</guid><description><![CDATA[<p>${DOUBLED}</p>]]></description></item></channel></rss>`,
    `<rss version="2.0"><channel><item><guid>7</guid><description><![CDATA[<p>${SINGLE}</p>]]></description></item></channel></rss>`,
  ],
  [
    "feed.json",
    `{"version":"https://jsonfeed.org/version/1.1","items":[ {"id":"7","content_text":"${DOUBLED}"} ]}`,
    `{"version":"https://jsonfeed.org/version/1.1","items":[ {"id":"7","content_text":"${SINGLE}"} ]}`,
  ],
  [
    "rows.jsonl",
    `{"id": 1,  "text":"\\u0054he ferry on the the quay."}\n`,
    `{"id": 1,  "text":"\\u0054he ferry on the quay."}\n`,
  ],
];

describe("misrender fix", () => {
  test("repairs every format and leaves every other byte alone, once and for all", () => {
    mkdirSync(join(folder, "formats"));
    const names = FORMATS.map(([name]) => `formats/${name}`);
    for (const [name, before] of FORMATS) write(`formats/${name}`, before);
    expect(fix("formats")).toMatchObject({
      exitCode: 0,
      stderr: "",
      stdout: expect.stringContaining("7 repairs made in 7 files"),
    });
    for (const [name, , after] of FORMATS) expect([name, read(`formats/${name}`)]).toEqual([name, Buffer.from(after)]);
    const times = (): readonly number[] => names.map((name) => statSync(join(folder, name)).mtimeMs);
    const before = times();
    expect(fix("formats")).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("Nothing to repair") });
    expect(times()).toEqual(before);
  });

  test("--dry-run prints a patch that git can apply, and changes nothing", () => {
    const text = `One.\n\n${DOUBLED}\n\nLast.\n`;
    write("patched.txt", text);
    const outcome = fix("patched.txt --dry-run");
    expect(outcome).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("1 repair would be made") });
    expect(outcome.stdout).toBe(
      `--- a/patched.txt\n+++ b/patched.txt\n@@ -1,5 +1,5 @@\n One.\n \n-${DOUBLED}\n+${SINGLE}\n \n Last.\n`,
    );
    expect(read("patched.txt").toString()).toBe(text);
    const applied = runCommand("git", ["apply", "--unsafe-paths", "-"], { folder, input: outcome.stdout });
    expect(applied).toMatchObject({ exitCode: 0 });
    expect(read("patched.txt").toString()).toBe(`One.\n\n${SINGLE}\n\nLast.\n`);
    expect(fix("patched.txt --dry-run")).toMatchObject({ exitCode: 0, stdout: "" });
  });

  test("--output leaves the original alone and wants one file", () => {
    write("kept.txt", DOUBLED);
    expect(fix("kept.txt --output corrected.txt").exitCode).toBe(0);
    expect([read("kept.txt").toString(), read("corrected.txt").toString()]).toEqual([DOUBLED, SINGLE]);
    expect(fix("kept.txt corrected.txt --output both.txt")).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: "misrender: --output: There are 2 files to fix. Name one file with --output.\n",
    });
  });

  test("is a filter for standard input", () => {
    expect(fix("-", DOUBLED)).toMatchObject({
      exitCode: 0,
      stdout: SINGLE,
      stderr: expect.stringContaining("1 repair"),
    });
    expect(fix("-", SINGLE)).toMatchObject({ exitCode: 0, stdout: SINGLE });
  });

  test("what a person has to decide is left, unless --unsafe is given", () => {
    write("decide.txt", `${DOUBLED} The gunmen are harbouring in the hills.\n`);
    expect(fix("decide.txt --fail-on major")).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining("1 finding needs a person: misrender review decide.txt"),
    });
    expect(fix("decide.txt --unsafe --fail-on minor").exitCode).toBe(0);
    expect(read("decide.txt").toString()).toMatch(
      /^The ferry on the lake .+ The gunmen are [a-z]+ing in the hills\.\n$/u,
    );
    expect(fix("decide.txt --unsafe").stdout).toContain("Nothing to repair");
  });

  test.each([
    ["nowhere.txt", /no such file/u],
    ["nowhere.txt --dry-run", /no such file/u],
    ["https://example.org/", /example\.org/u],
  ])("%s cannot be fixed", (words, complaint) => {
    expect(fix(words)).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringMatching(complaint) });
  });

  test("what was fixed stays fixed", () => {
    mkdirSync(join(folder, "samples"));
    const names = ["product-page.es.html", "bilingual.jsonl"];
    for (const name of names) cpSync(join(import.meta.dirname, "../../samples", name), join(folder, "samples", name));
    expect(fix("samples --unsafe").exitCode).toBe(0);
    const after = names.map((name) => read(`samples/${name}`));
    expect(fix("samples --unsafe").stdout).toContain("Nothing to repair");
    expect(names.map((name) => read(`samples/${name}`))).toEqual(after);
  });
});
