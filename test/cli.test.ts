import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { misrender, needProgram, type Outcome, PROGRAM, runCommand } from "./support/program.ts";

const WORD_TWICE = "linguistic-conventions/word-twice";
const ESCAPE = "\u001b";
const ORDERLY = "The library opens again on Monday. Readers may bring back books at the side door until then.";

/** A rule that is right but for what `change` does to its lines. */
const ruleText = (change: (line: string) => string): string =>
  [
    "detector: repetition",
    "category: awkward",
    "severity: minor",
    "confidence: 0.9",
    "status: stable",
    "message: '“{word}” again.'",
    "explanation: It is said twice.",
    "examples:",
    "  bad: [{ target: 'It is [[so so]].' }, { target: 'He is [[not not]] here.' }]",
    "  good: [{ target: 'It is so.', because: 'Once.' }, { target: 'He is here.', because: 'Once.' }]",
  ]
    .map(change)
    .join("\n");

const changed = (from: string, to: string) => ruleText((line) => (line.startsWith(from) ? to : line));

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  "twice.txt": "The bakery on the the corner opens at six.\n",
  "orderly.txt": `${ORDERLY}\n`,
  "empty.txt": "",
  "blank.txt": " \n\t\n",
  "picture.txt": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3]),
  "bad-byte.txt": Buffer.concat([Buffer.from("Café – "), Uint8Array.from([0xff]), Buffer.from(" ouvert, déjà là\n")]),
  "broken.xml": "<?xml version='1.0'?>\n<rss><channel><item>\n<title>Tram halts</title></channel></rss>\n",
  "coloured.txt": `${ORDERLY} The ${ESCAPE}[31mred${ESCAPE}]0;title\u0007 door leads to to the yard. Bicycles stay outside, and so do dogs, unless somebody holds them by the lead.\n`,
  "many.txt": Array.from({ length: 400 }, (_, line) => `Tram ${line} was was late.\n\n`).join(""),
  "rules-key/style/again.yaml": changed("severity", "severty: minor"),
  "rules-value/style/again.yaml": changed("severity", "severity: majr"),
  "rules-detector/style/again.yaml": changed("detector", "detector: repetion"),
  "rules-category/style/again.yaml": changed("category", "category: akward"),
  "rules-slot/style/again.yaml": changed("message", "message: '“{wort}” again.'"),
  "rules-yaml/style/again.yaml": changed("message", "message: 'no end"),
  "rules-right/style/again.yaml": ruleText((line) => line),
  "no-texts/program.bin": "x",
};

let folder = "";
beforeAll(() => {
  needProgram();
  folder = mkdtempSync(join(tmpdir(), "misrender-cli-"));
  for (const [path, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Holds of every invocation, whatever it is. */
function expectManners({ stdout, stderr }: Outcome): void {
  expect(stderr).not.toMatch(/^\s+at .+[:)]\d*|node:internal|mistake of misrender's own/mu);
  for (const said of [stdout, stderr]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(said).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
  }
}

function run(words: readonly string[], input = "", environment: Readonly<Record<string, string>> = {}): Outcome {
  const outcome = misrender(words, { folder, input, environment });
  expectManners(outcome);
  return outcome;
}

interface Row {
  readonly words: string;
  readonly exitCode: number;
  readonly stdout: RegExp;
  readonly stderr: RegExp;
}

const NOTHING = /^$/u;
const row = (words: string, exitCode: number, stdout: RegExp, stderr: RegExp): Row => ({
  words,
  exitCode,
  stdout,
  stderr,
});

describe("what cannot be judged ends with 2 and says where, what and what to do", () => {
  test.each([
    row("check missing.txt", 2, /missing\.txt +There is no such file or folder\. Check the path\./u, NOTHING),
    row("check missing.txt --format jsonl", 2, NOTHING, /^misrender: missing\.txt: There is no such file/u),
    row("check missing.txt --quiet", 2, NOTHING, /^misrender: missing\.txt: There is no such file/u),
    row("check empty.txt", 2, /empty\.txt +The file is empty\./u, NOTHING),
    row("check blank.txt", 2, /The file is empty but for white space\./u, NOTHING),
    row("check picture.txt", 2, /This is not a text file/u, NOTHING),
    row("check bad-byte.txt --quiet", 2, NOTHING, /The byte 0xFF at offset 10 is not valid UTF-8/u),
    row("check broken.xml", 2, /broken\.xml:3:\d+ +This is not XML that can be read/u, NOTHING),
    row("check no-texts", 2, /The folder has no text that can be read\./u, NOTHING),
    row("check http://127.0.0.1:9/", 2, /The host is on this machine or on a private network\./u, NOTHING),
    row("check", 2, /<stdin> +The file is empty\./u, NOTHING),
    row("check missing.txt twice.txt", 2, /the \[-the-\] corner[\s\S]+missing\.txt +There is no such/u, NOTHING),
    row("review twice.txt", 2, NOTHING, /twice\.txt: A review needs a terminal\./u),
  ])("misrender $words", ({ words, exitCode, stdout, stderr }) => {
    expect(run(words.split(" "))).toEqual({
      exitCode,
      stdout: expect.stringMatching(stdout),
      stderr: expect.stringMatching(stderr),
    });
  });
});

describe("a mistake on the command line is answered with the nearest name", () => {
  test.each([
    row("check twice.txt --formt json", 2, NOTHING, /unknown option '--formt'[\s\S]+--format\?/u),
    row("chekc twice.txt", 2, NOTHING, /unknown command 'chekc'[\s\S]+check\?/u),
    row("check twice.txt --format jsn", 2, NOTHING, /Did you mean “json”\? Possible: pretty, json, jsonl/u),
    row("check twice.txt --report jsn=out", 2, NOTHING, /Did you mean “json”\?/u),
    row("check twice.txt --fail-on majr", 2, NOTHING, /Did you mean “major”\?/u),
    row("check twice.txt --input-format jsnl", 2, NOTHING, /Did you mean “jsonl”\?/u),
    row(`check twice.txt --only ${WORD_TWICE.slice(0, -1)}`, 2, NOTHING, /Did you mean “.+\/word-twice”\?/u),
    row("check twice.txt --skip stlye", 2, NOTHING, /stlye: There is no rule, category or dimension of this name\./u),
    row("check twice.txt --min-confidence 7", 2, NOTHING, /Give a number from 0 to 1\./u),
    row("check twice.txt --as-of yesterday", 2, NOTHING, /Give a day as YYYY-MM-DD\./u),
    row("check twice.txt --source-lang Arabic", 2, NOTHING, /ISO 639/u),
    row("explain word-twicely", 2, NOTHING, /word-twicely: There is no rule of this name\./u),
    row("check twice.txt --report json=no/such/out.json --quiet", 2, NOTHING, /The report could not be written/u),
  ])("misrender $words", ({ words, exitCode, stdout, stderr }) => {
    expect(run(words.split(" "))).toEqual({
      exitCode,
      stdout: expect.stringMatching(stdout),
      stderr: expect.stringMatching(stderr),
    });
  });
});

describe("a rule of one's own", () => {
  test.each([
    ["a wrong key", "rules-key", /style\/again\.yaml:3: .*severty.* Did you mean “severity”\?/u],
    ["a wrong value", "rules-value", /style\/again\.yaml:3: “severity”: .* Did you mean “major”\?/u],
    ["an unknown detector", "rules-detector", /style\/again\.yaml: .*“repetion”\. Did you mean “repetition”\?/u],
    ["an unknown category", "rules-category", /style\/again\.yaml: .*“akward” in style\. Did you mean “awkward”\?/u],
    ["an unknown slot", "rules-slot", /style\/again\.yaml: .*\{wort\}\. Known slots: word\./u],
    ["broken YAML", "rules-yaml", /style\/again\.yaml:\d+: This is not valid YAML: /u],
    ["no folder", "rules-nowhere", /rules-nowhere: There is no such folder of rules\./u],
  ])("%s is named with its place", (_, rules, stderr) => {
    const outcome = run(["check", "twice.txt", "--rules", rules]);
    expect(outcome).toEqual({ exitCode: 2, stdout: "", stderr: expect.stringMatching(stderr) });
  });

  test("runs beside the built-in ones", () => {
    const outcome = run("check twice.txt --rules rules-right --only style/again --format jsonl".split(" "));
    expect(outcome).toMatchObject({ exitCode: 0, stderr: "" });
    expect(JSON.parse(outcome.stdout)).toMatchObject({ rule: "style/again", text: "the the", message: "“the” again." });
  });
});

describe("the gate", () => {
  test.each([
    ["passes an orderly text", "check orderly.txt --fail-on minor", 0],
    ["passes findings below the threshold", `check twice.txt --only ${WORD_TWICE}`, 0],
    ["fails on findings that reach the threshold", `check twice.txt --only ${WORD_TWICE} --fail-on minor`, 1],
    ["never fails with --fail-on never", `check twice.txt --only ${WORD_TWICE} --fail-on never`, 0],
    ["passes minor findings with --fail-on critical", `check twice.txt --only ${WORD_TWICE} --fail-on critical`, 0],
    ["fails on too many findings", `check twice.txt --only ${WORD_TWICE} --max-findings 0`, 1],
  ])("%s", (_, words, exitCode) => {
    expect(run([...words.split(" "), "--quiet"])).toEqual({ exitCode, stdout: "", stderr: "" });
  });
});

describe("output", () => {
  test("JSON Lines go in at standard input and findings come out as JSON Lines", () => {
    const rows = ['{"id":"a1","text":"It it rains."}', '{"id":"a2","text":"😀 Bring the the umbrella."}'].join("\n");
    const outcome = run(`check --input-format jsonl --format jsonl --only ${WORD_TWICE} -`.split(" "), rows);
    expect(outcome).toMatchObject({ exitCode: 0, stderr: "" });
    const findings = outcome.stdout.trimEnd().split("\n");
    expect(findings.map((line) => JSON.parse(line))).toMatchObject([
      { id: "a1", rule: WORD_TWICE, severity: "minor", start: 0, end: 5, text: "It it" },
      { id: "a2", rule: WORD_TWICE, severity: "minor", start: 9, end: 16, text: "the the" },
    ]);
  });

  test("a report beside the output lives up to the shipped schema", () => {
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../schema/report.schema.json"), "utf8"));
    const isValid = new Ajv2020({ strict: true, strictTypes: false }).compile(schema);
    const words = "check twice.txt missing.txt --quiet --report json=report.json --report jsonl=report.jsonl";
    expect(run(words.split(" ")).exitCode).toBe(2);
    const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
    isValid(report);
    expect(isValid.errors).toBeNull();
    expect(report).toMatchObject({
      findings: [{ rule: WORD_TWICE, target: { path: "twice.txt", line: 1, column: 15, text: "the the" } }],
      faults: [{ where: "missing.txt" }],
      verdict: { kind: "unjudged" },
    });
    expect(readFileSync(join(folder, "report.jsonl"), "utf8").trimEnd().split("\n")).toHaveLength(1);
  });

  test("the same text gives the same report, byte for byte", () => {
    const [first, second] = [
      run(["check", "many.txt", "--format", "json"]),
      run(["check", "many.txt", "--format", "json"]),
    ];
    expect(second).toEqual(first);
  });

  test.each([["pretty"], ["json"], ["jsonl"]])("escape sequences of a text do not get out as %s", (format) => {
    const outcome = run(["check", "coloured.txt", "--format", format]);
    expect(outcome).toMatchObject({ exitCode: 0, stderr: "" });
    expect(outcome.stdout).toContain("word-twice");
  });

  test("escape sequences of a name do not get out", () => {
    const name = `${ESCAPE}[31mred`;
    for (const words of [["check", name, "--quiet"], ["check", `--only=${name}`], ["explain", name], [`--${name}`]])
      expect(run(words)).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining("red") });
  });

  test("colours are for terminals and for those who ask, never with NO_COLOR", () => {
    run(["check", "twice.txt"], "", { TERM: "xterm-256color", COLORTERM: "truecolor" });
    run(["check", "twice.txt"], "", { FORCE_COLOR: "1", NO_COLOR: "1" });
    const asked = misrender(["check", "twice.txt"], { folder, environment: { FORCE_COLOR: "1" } });
    expect(asked.stdout).toContain(`${ESCAPE}[`);
  });

  test.each([
    ["pretty", ""],
    ["jsonl", "--fail-on minor"],
  ])("a reader of %s that stops early is no failure", (format, more) => {
    const line = `"$0" "$1" check many.txt --only ${WORD_TWICE} --format ${format} ${more} | head -1; exit "\${PIPESTATUS[0]}"`;
    const outcome = runCommand("bash", ["--norc", "-c", line, process.execPath, PROGRAM], { folder });
    expectManners(outcome);
    expect(outcome).toMatchObject({ exitCode: more === "" ? 0 : 1, stderr: "" });
    expect(outcome.stdout.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("help", () => {
  const commands = [...misrender(["--help"], { folder: tmpdir() }).stdout.matchAll(/^ {2}([a-z]+) (?=[[<a-z])/gmu)]
    .map((match) => match[1] ?? "")
    .filter((name) => name !== "help");

  test("lists the commands", () => {
    expect(commands).toEqual(expect.arrayContaining(["check", "review", "rules", "explain"]));
  });

  test.each(commands)("%s --help shows options and an example", (name) => {
    const outcome = run([name, "--help"]);
    expect(outcome).toMatchObject({ exitCode: 0, stderr: "" });
    expect(outcome.stdout).toMatch(new RegExp(`^Usage: misrender ${name}[\\s\\S]+Examples?:\\n +\\S*.*misrender`, "u"));
  });

  test("--version is the package's", () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../package.json"), "utf8"));
    expect(run(["--version"])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("rules lists every rule, explain shows one", () => {
    expect(run(["rules"]).stdout).toContain(WORD_TWICE);
    expect(run(["explain", "word-twice"])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining("Machine translation repeats a word"),
    });
  });

  test("explain says how often a rule was right where people had read", () => {
    const { rules } = JSON.parse(readFileSync(join(import.meta.dirname, "../rules/measured.json"), "utf8"));
    const { flags, right } = rules["accuracy/literal-rendering"];
    expect(run(["explain", "accuracy/literal-rendering"]).stdout).toMatch(
      new RegExp(`^Measured: ${flags} flags in [\\d,]+ words of machine translation, ${right} of them`, "mu"),
    );
  });
});

const isRoot = process.getuid?.() === 0;
describe.skipIf(isRoot)("what may not be read (skipped for root, who may read everything)", () => {
  test.each([["locked.txt"], ["locked-folder"]])("%s ends with 2", (name) => {
    const path = join(folder, name);
    if (name.endsWith(".txt")) writeFileSync(path, ORDERLY);
    else mkdirSync(path);
    chmodSync(path, 0o000);
    const outcome = run(["check", name]);
    chmodSync(path, 0o700);
    expect(outcome).toMatchObject({ exitCode: 2, stdout: expect.stringMatching(/It may not be read\./u) });
  });
});
