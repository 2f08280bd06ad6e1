import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { AuditPlan } from "../../src/cli/audit-paths.ts";
import { cacheKey, openCache } from "../../src/cli/cache.ts";
import type { InputBytes } from "../../src/cli/inputs.ts";
import { knownAudits } from "../../src/cli/known-audits.ts";
import type { AuditedFile } from "../../src/cli/report.ts";
import type { ChosenRules } from "../../src/cli/rule-choice.ts";
import { NO_FIELDS } from "../../src/core/document.ts";
import type { Fault } from "../../src/core/report.ts";
import { NO_TERMS } from "../../src/detectors/terms.ts";
import { REPORTERS } from "../../src/reporters/index.ts";
import { rulebookOf } from "../../src/rulebook/rulebook.ts";
import { unwrapped } from "../readers/support.ts";
import { ownRulebook } from "../support/example.ts";
import { findingAt } from "../support/finding.ts";
import { misrender, needProgram, type Outcome } from "../support/program.ts";

let folder = "";
beforeAll(() => {
  needProgram();
  folder = mkdtempSync(join(tmpdir(), "misrender-cache-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entriesIn = (place: string): readonly string[] =>
  readdirSync(place, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(place, name));

describe("a cache", () => {
  let place = "";
  beforeEach(() => {
    place = mkdtempSync(join(folder, "unit-"));
  });
  const keyOf = (name: string): string => cacheKey(name);

  test("gives back what was kept, also to the next run, and knows nothing else", () => {
    openCache(place).keep(keyOf("a"), { words: ["ferry", "\ud800"] });
    expect(openCache(place).read(keyOf("a"))).toEqual({ words: ["ferry", "\ud800"] });
    expect(openCache(place).read(keyOf("b"))).toBeUndefined();
  });

  test("keys tell parts apart", () => {
    expect(cacheKey("ab", "c")).not.toBe(cacheKey("a", "bc"));
    expect(cacheKey("ab")).toBe(cacheKey(Buffer.from("ab")));
  });

  test.each([
    ["truncated", (path: string) => truncateSync(path, 70)],
    ["emptied", (path: string) => truncateSync(path, 0)],
    ["lengthened", (path: string) => appendFileSync(path, " ")],
    ["overwritten", (path: string) => writeFileSync(path, Buffer.alloc(200, 0xff))],
  ])("an entry that was %s is not there, and a note says so", (_, damage) => {
    openCache(place).keep(keyOf("a"), 1);
    for (const path of entriesIn(place)) damage(path);
    const cache = openCache(place);
    expect(cache.read(keyOf("a"))).toBeUndefined();
    expect(cache.close()).toEqual([expect.stringMatching(/1 damaged entry was not used/u)]);
    cache.keep(keyOf("a"), 2);
    expect(openCache(place).read(keyOf("a"))).toBe(2);
  });

  test("drops the entries that were not used for the longest time when there is too much", () => {
    const value = "x".repeat(1000);
    const cache = openCache(place, 3500);
    for (const name of ["a", "b", "c"]) cache.keep(keyOf(name), value);
    for (const path of entriesIn(place)) utimesSync(path, 1000, path.includes(keyOf("a")) ? 1000 : 2000);
    cache.keep(keyOf("d"), value);
    expect(cache.close()).toEqual([]);
    expect(["a", "b", "c", "d"].map((name) => openCache(place).read(keyOf(name)) === value)).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  test("leaves no other files behind, and none in version control", () => {
    openCache(place).keep(keyOf("a"), 1);
    expect(readdirSync(place).sort()).toEqual([".gitignore", "CACHEDIR.TAG", keyOf("a").slice(0, 2)].sort());
    expect(readFileSync(join(place, ".gitignore"), "utf8")).toBe("*\n");
  });

  test("what cannot be written is not kept, and a note says so", () => {
    writeFileSync(join(place, "file"), "");
    const cache = openCache(join(place, "file"));
    cache.keep(keyOf("a"), 1);
    expect(cache.read(keyOf("a"))).toBeUndefined();
    expect(cache.close()).toEqual([expect.stringMatching(/Results could not be kept/u)]);
  });
});

/** Says on standard error when the tagger's model is loaded. */
const SPY = `const { Module } = require("node:module");
const load = Module._load;
Module._load = (name, ...rest) => { if (/^wink/u.test(name)) process.stderr.write("tagger loaded\\n"); return load(name, ...rest); };`;

describe("misrender check --cache-location", () => {
  const formats = Object.keys(REPORTERS);
  const check = (words: string): Outcome =>
    misrender(["check", "texts", "--fail-on", "never", ...words.split(" ")], {
      folder,
      environment: { NODE_OPTIONS: `--require ${join(folder, "spy.cjs")}` },
    });
  const checkAll = (more: string) => ({
    ...check(`${formats.map((format) => `--report ${format}=report.${format}`).join(" ")} ${more}`),
    reports: formats.map((format) => readFileSync(join(folder, `report.${format}`), "utf8")),
  });
  beforeAll(() => {
    writeFileSync(join(folder, "spy.cjs"), SPY);
    mkdirSync(join(folder, "texts"));
    for (const name of ["bilingual.jsonl", "product-page.es.html"])
      cpSync(join(import.meta.dirname, "../../samples", name), join(folder, "texts", name));
  });

  test("results are kept, the reports of all formats are the same to the byte, and the engine is not even loaded", () => {
    const fresh = checkAll("--cache-location kept");
    expect(fresh).toMatchObject({ exitCode: 0, stderr: expect.stringContaining("tagger loaded") });
    expect(checkAll("--cache-location kept")).toEqual({ ...fresh, stderr: "" });
    expect(entriesIn(join(folder, "kept"))).toHaveLength(2);
    expect(checkAll("--jobs 1")).toEqual(fresh);
  });

  test("a damaged cache is no failure", () => {
    for (const path of entriesIn(join(folder, "kept"))) truncateSync(path, 100);
    const again = check("--quiet --cache-location kept");
    expect(again).toMatchObject({ exitCode: 0, stderr: expect.stringContaining("tagger loaded") });
    expect(again.stderr).toContain("misrender: kept: 2 damaged entries were not used; the texts were audited anew.\n");
    expect(check("--quiet --cache-location kept")).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });
});

describe("known audits", () => {
  const PLAN: AuditPlan = {
    choice: {
      only: [],
      skip: [],
      sensitivity: "normal",
      rulesFolder: undefined,
      table: undefined,
      knowledge: [],
      adjustments: [],
      terms: NO_TERMS,
    },
    input: {
      inputFormat: undefined,
      scope: "article",
      sourceLanguage: undefined,
      targetLanguage: undefined,
      asOf: undefined,
    },
    leastConfidence: 0.5,
    overrides: [],
  };
  const RULES: ChosenRules = {
    source: unwrapped(rulebookOf({ rules: [], lexicons: [], collocations: [], confusions: [], facts: [] })),
    rules: [],
    skippedRules: [],
    table: { path: "english.table", digest: "1" },
    terms: NO_TERMS,
  };
  const input = (name: string, text = "It it rains."): InputBytes => ({
    name,
    bytes: Buffer.from(text),
    format: undefined,
    charset: undefined,
  });
  const place = findingAt(0, 5).target;
  const audited = (path: string, faults: readonly Fault[] = []): AuditedFile => ({
    file: { path, format: "plain", sha256: "" },
    documents: [
      {
        document: "a.txt",
        title: undefined,
        fields: NO_FIELDS,
        wordCount: 3,
        segmentCount: 1,
        doubtCount: 0,
        segments: [],
        findings: [
          {
            ...findingAt(0, 5),
            target: { ...place, path },
            related: [{ kind: "place", note: "", place: { ...place, path } }],
          },
        ],
        faults,
      },
    ],
    ignores: [{ by: "inline", path, line: 1, rule: "style", reason: "quoted", expires: null, reach: { kind: "file" } }],
    ignoreProblems: [{ where: `${path}:2`, what: "This ignore names no rule.", remedy: "" }],
  });
  const knownIn = (plan: AuditPlan = PLAN, rules: ChosenRules = RULES) =>
    knownAudits(openCache(join(folder, "known")), plan, rules);
  beforeAll(() => knownIn().keep(input("old/a.txt"), audited("old/a.txt")));

  test("are found in any folder, and name the new place", () => {
    expect(knownIn().find(input("old/a.txt"))).toEqual(audited("old/a.txt"));
    expect(knownIn().find(input("new/a.txt"))).toEqual(audited("new/a.txt"));
  });

  test.each([
    ["another text", knownIn, input("a.txt", "It rains.")],
    ["another name, which documents are called by", knownIn, input("b.txt")],
    ["another confidence", () => knownIn({ ...PLAN, leastConfidence: 0.6 }), input("a.txt")],
    ["another date", () => knownIn({ ...PLAN, input: { ...PLAN.input, asOf: "2020-01-01" } }), input("a.txt")],
    ["another format", () => knownIn({ ...PLAN, input: { ...PLAN.input, inputFormat: "markdown" } }), input("a.txt")],
    [
      "other knowledge",
      () => knownIn(PLAN, { ...RULES, source: { ...RULES.source, hashes: { rules: "", knowledge: "" } } }),
      input("a.txt"),
    ],
    ["other rules", () => knownIn(PLAN, { ...RULES, rules: ownRulebook.rules.slice(0, 1) }), input("a.txt")],
  ])("are not found for %s", (_, known, wanted) => {
    expect(known().find(wanted)).toBeUndefined();
  });

  test("are not kept where a rule failed", () => {
    knownIn().keep(input("c.txt"), audited("c.txt", [{ where: "c.txt", what: "", remedy: "" }]));
    expect(knownIn().find(input("c.txt"))).toBeUndefined();
  });
});
