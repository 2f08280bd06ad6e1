import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { misrender, needProgram, type Outcome } from "../support/program.ts";

const TWICE = "The bakery on the the corner opens at six.";
const CLEAN = "The bakery on the corner opens at six.";
const item = (guid: string, category: string, text: string): string =>
  `<item><guid>${guid}</guid><title>Bread</title><category>${category}</category><description>${text}</description></item>`;
const feed = (...items: readonly string[]): string => `<rss><channel>${items.join("")}</channel></rss>\n`;
const entry = (over: object): string =>
  JSON.stringify({
    version: 1,
    entries: [
      {
        path: "gone.txt",
        document: "gone.txt",
        rule: "style/none",
        fingerprint: "0",
        count: 1,
        text: "x",
        reason: null,
        expires: null,
        ...over,
      },
    ],
  });

const FILES: Readonly<Record<string, string>> = {
  "twice.md": `${TWICE}\n`,
  "clean.txt": `${CLEAN}\n`,
  "quoted.md": `<!-- misrender-ignore linguistic-conventions/word-twice: the sign is quoted -->\n\n${TWICE}\n`,
  "expired.md": `<!-- misrender-ignore linguistic-conventions until 2020-02-29: the sign is quoted -->\n\n${TWICE}\n`,
  "idle.md": `<!-- misrender-ignore-file linguistic-conventions/word-twice: the sign is quoted -->\n\n${CLEAN}\n`,
  "reasonless.md": `${CLEAN}\n\n<!-- misrender-ignore style -->\n`,
  "misnamed.md": `<!-- misrender-ignore stlye: quoted -->\n\n${CLEAN}\n`,
  "feed.xml": feed(item("urn:1", "food", TWICE), item("urn:2", "food", CLEAN), item("urn:3", "health", TWICE)),
  "bilingual.jsonl": `${JSON.stringify({ id: 1, source: "Der Netzbetreiber prüft alles.", text: "The power firm checks it all.", lang: "de-en" })}\n`,
  "pages/quoted.txt": `${TWICE}\n`,
  "minor.yaml": "failOn: minor\n",
  "warn.yaml": "failOn: minor\nrules:\n  linguistic-conventions: off\n  linguistic-conventions/word-twice: critical\n",
  "off.yaml": "extends: minor.yaml\nrules: { linguistic-conventions/word-twice: off }\n",
  "health.yaml": "overrides:\n  - items: { category: health }\n    failOn: minor\n",
  "paths.yaml": "failOn: minor\noverrides:\n  - paths: pages/**\n    failOn: major\n",
  "terms.yaml":
    "failOn: minor\nglossary: [{ source: Netzbetreiber, target: grid operator, forbidden: [power firm] }]\n",
  "options.yaml": "failOn: minor\nrules:\n  linguistic-conventions/word-twice: { options: { except: [the] } }\n",
  "bad-options.yaml": "rules:\n  linguistic-conventions/word-twice: { options: { excpt: [the] } }\n",
  "bad-rule.yaml": "failOn: minor\nrules:\n  linguistic-conventions/word-twce: off\n",
  "bad-key.yaml": "failOn: minor\n\nsensitvity: deep\n",
  "bad-yaml.yaml": "failOn: [minor\n",
  "bad-type.yaml": "minScore: much\n",
  "bad-glob.yaml": "overrides:\n  - { paths: '[a', failOn: minor }\n",
  "circle.yaml": "extends: round.yaml\n",
  "round.yaml": "extends: circle.yaml\n",
  "side.yaml":
    "ignores:\n  - { rule: linguistic-conventions/word-twice, path: 'pages/*', text: the the, reason: the sign is quoted }\n",
  "bad-side.yaml": "ignores:\n  - { rule: linguistic-conventions/word-twice }\n",
  "newer.json": '{ "version": 9, "entries": [] }',
  "torn.json": '{ "version": 1, "entr',
  "stale.json": entry({}),
};

let folder = "";
beforeAll(() => {
  needProgram();
  folder = mkdtempSync(join(tmpdir(), "misrender-invocations-"));
  for (const [path, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (words: string): Outcome => misrender(words.split(" "), { folder, environment: { CI: "1" } });

/** What an invocation ends with, and what it says on both streams. */
type Row = readonly [words: string, exitCode: number, stdout: RegExp, stderr: RegExp];

const NOTHING = /^$/u;
const FAILED = /verdict +Failed: 1 finding of severity minor or graver/u;
const CHECK_MINOR = "--fail-on minor";

function expectRow([words, exitCode, stdout, stderr]: Row): void {
  expect(run(words)).toEqual({
    exitCode,
    stdout: expect.stringMatching(stdout),
    stderr: expect.stringMatching(stderr),
  });
}

describe("the gate", () => {
  test.each<Row>([
    [`check clean.txt ${CHECK_MINOR}`, 0, /verdict +Passed: nothing to object to\./u, NOTHING],
    [`check twice.md ${CHECK_MINOR}`, 1, FAILED, NOTHING],
    ["check twice.md", 0, /Passed with 1 finding to look at with misrender review/u, NOTHING],
    [`check twice.md ${CHECK_MINOR} --quiet`, 1, NOTHING, NOTHING],
    ["check twice.md --min-score 99.9", 0, /No score\s+was judged: 9 words are too few, 100 are needed\./u, NOTHING],
    ["check twice.md --min-score 99.9 --min-words 5", 1, /a raw quality score of 88\.9, below 99\.9/u, NOTHING],
    ["check twice.md --max-npt 100 --min-words 5", 1, /111\.1 penalty points per 1,000 words, more than 100/u, NOTHING],
    ["check twice.md --min-cqs 90", 2, NOTHING, /--min-cqs: .*Give both --passing-threshold and --accepted-points\./u],
    [
      `check feed.xml ${CHECK_MINOR} --items`,
      1,
      /1 of 3 documents may be published\n +held back +urn:1 {2}Bread[\s\S]+may be published +urn:2/u,
      NOTHING,
    ],
  ])("misrender %s", (...row) => expectRow(row));
});

describe("ignores", () => {
  test.each<Row>([
    [`check quoted.md ${CHECK_MINOR}`, 0, /suppressed +1 {2}ignored in the text/u, NOTHING],
    [`check quoted.md ${CHECK_MINOR} --no-inline-ignores`, 1, FAILED, NOTHING],
    [`check expired.md ${CHECK_MINOR}`, 1, /lapsed +expired\.md:1 {2}linguistic-conventions has expired/u, NOTHING],
    ["check idle.md", 0, /lapsed +idle\.md:1 {2}linguistic-conventions\/word-twice ignores nothing/u, NOTHING],
    ["fix quoted.md --dry-run", 0, NOTHING, /Nothing to repair/u],
    ["check reasonless.md", 2, /reasonless\.md:3 +This ignore gives no reason\./u, NOTHING],
    ["check misnamed.md --quiet", 2, NOTHING, /misnamed\.md:1: “stlye”: There is no rule, category or dimension/u],
    [`check pages ${CHECK_MINOR} --ignore-file side.yaml`, 0, /1 {2}ignored by the ignore file/u, NOTHING],
    ["check clean.txt --ignore-file bad-side.yaml", 2, NOTHING, /bad-side\.yaml:2: .*reason/u],
    ["check clean.txt --ignore-file none.yaml", 2, NOTHING, /none\.yaml: There is no such file\./u],
  ])("misrender %s", (...row) => expectRow(row));
});

describe("baselines", () => {
  test.each<Row>([
    [
      "check twice.md --baseline none.json",
      2,
      NOTHING,
      /none\.json: There is no such baseline\. Write it with “misrender baseline/u,
    ],
    [
      "check twice.md --baseline newer.json",
      2,
      NOTHING,
      /newer\.json: This baseline is of version 9.* Update misrender/u,
    ],
    ["check twice.md --baseline torn.json", 2, NOTHING, /torn\.json: This is not valid JSON/u],
    ["check clean.txt --baseline pages", 2, NOTHING, /pages: The baseline cannot be read/u],
    ["check clean.txt --baseline stale.json", 0, /stale\.json +style\/none on “x” is no longer found/u, NOTHING],
    [
      "baseline twice.md missing.txt --output new.json",
      2,
      NOTHING,
      /missing\.txt: There is no such file[\s\S]+new\.json: Nothing was written/u,
    ],
    ["baseline twice.md --output new.json --expires soon", 2, NOTHING, /Give a day as YYYY-MM-DD/u],
    [
      "baseline twice.md --output known.json --reason old",
      0,
      /^known\.json: 1 finding known, 1 of them new\.\n.*--baseline known\.json/u,
      NOTHING,
    ],
    [`check twice.md ${CHECK_MINOR} --baseline known.json`, 0, /1 {2}known to the baseline/u, NOTHING],
    [
      "baseline clean.txt twice.md --output known.json --prune",
      0,
      /^known\.json: 0 findings dropped that are gone, 1 kept\.\n$/u,
      NOTHING,
    ],
  ])("misrender %s", (...row) => expectRow(row));

  test("one that could not be written whole is not written at all", () => {
    expect(existsSync(join(folder, "new.json"))).toBe(false);
    expect(JSON.parse(readFileSync(join(folder, "known.json"), "utf8"))).toMatchObject({
      entries: [{ path: "twice.md", document: "twice.md", count: 1, text: "the the", reason: "old", expires: null }],
    });
  });
});

describe("configurations", () => {
  test.each<Row>([
    ["check twice.md --config minor.yaml", 1, FAILED, NOTHING],
    ["check twice.md --config minor.yaml --fail-on major", 0, /Passed with 1 finding/u, NOTHING],
    ["check twice.md --config warn.yaml", 1, /findings +1 {2}critical/u, NOTHING],
    ["check twice.md --config off.yaml", 0, /turned off by off\.yaml:2/u, NOTHING],
    ["check twice.md --config options.yaml", 0, /findings +none/u, NOTHING],
    [
      "check feed.xml --config health.yaml --items",
      1,
      /may be published +urn:1[\s\S]+held back +urn:3[\s\S]+Failed: urn:3: 1 finding of severity minor/u,
      NOTHING,
    ],
    [
      "check twice.md pages --config paths.yaml",
      1,
      /Failed: twice\.md: 1 finding of severity minor or graver\./u,
      NOTHING,
    ],
    ["check bilingual.jsonl --config terms.yaml", 1, /terminology\/term-forbidden/u, NOTHING],
    ["check twice.md --config bad-key.yaml", 2, NOTHING, /bad-key\.yaml:3: .*Did you mean “sensitivity”\?/u],
    ["check twice.md --config bad-yaml.yaml", 2, NOTHING, /bad-yaml\.yaml:\d: This is not valid YAML/u],
    ["check twice.md --config bad-type.yaml", 2, NOTHING, /bad-type\.yaml:1: “minScore”/u],
    [
      "check twice.md --config bad-rule.yaml",
      2,
      NOTHING,
      /bad-rule\.yaml:3: “linguistic-conventions\/word-twce”.*Did you mean “linguistic-conventions\/word-twice”\?/u,
    ],
    ["check twice.md --config bad-options.yaml", 2, NOTHING, /bad-options\.yaml:2: .*excpt/u],
    ["check twice.md --config bad-glob.yaml", 2, NOTHING, /bad-glob\.yaml:2: “\[a” is no pattern of file names/u],
    ["check twice.md --config circle.yaml", 2, NOTHING, /round\.yaml:1: .*circle\.yaml → round\.yaml → circle\.yaml/u],
    ["check twice.md --config none.yaml", 2, NOTHING, /none\.yaml: There is no such file/u],
    ["config --print", 0, /^configuration: none\n[\s\S]+failOn +major +default\n/u, NOTHING],
    [
      "config --print --config off.yaml --min-score 90",
      0,
      /^configuration: minor\.yaml, off\.yaml\n[\s\S]+failOn +minor +minor\.yaml:1\n[\s\S]+minScore +90 +option --min-score\n[\s\S]+rules\.linguistic-conventions\/word-twice +off +off\.yaml:2\n/u,
      NOTHING,
    ],
  ])("misrender %s", (...row) => expectRow(row));
});

describe("init", () => {
  test.each<Row>([
    [
      "init pages --ci gitlab --source-lang es",
      0,
      /wrote misrender\.config\.yaml[\s\S]+wrote \.gitlab\/misrender\.yml[\s\S]+misrender baseline pages/u,
      NOTHING,
    ],
    [
      "config --print",
      0,
      /^configuration: misrender\.config\.yaml\n[\s\S]+sourceLanguage +es +misrender\.config\.yaml:\d/u,
      NOTHING,
    ],
    ["init pages", 2, NOTHING, /misrender\.config\.yaml: It is there already, so nothing was written\./u],
    ["init pages --ci none --force", 0, /wrote misrender\.config\.yaml/u, NOTHING],
    [
      "init pages --ci none --force --baseline",
      0,
      /misrender\.baseline\.json: 1 finding known, 1 of them new\.[\s\S]+git add misrender\.config\.yaml misrender\.baseline\.json/u,
      NOTHING,
    ],
    ["init --ci githb", 2, NOTHING, /Did you mean “github”\?/u],
  ])("misrender %s", (...row) => expectRow(row));
});
