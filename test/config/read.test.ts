import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Config } from "../../src/config/config.ts";
import { nearestConfig, nearestIgnoreFile } from "../../src/config/find.ts";
import { readIgnoreFile } from "../../src/config/ignore-file.ts";
import { readConfig } from "../../src/config/read.ts";
import type { Result } from "../../src/core/result.ts";
import { unwrapped } from "../readers/support.ts";

let folder = "";
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "misrender-config-")));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const read = (text: string, name = "misrender.config.yaml"): Result<Config> => readConfig(write(name, text));

describe("what is wrong is named with file, line and nearest name", () => {
  test.each([
    ["broken YAML", "failOn: [major", /:1$|:2$/u, /^This is not valid YAML/u, /Check indentation/u],
    ["an unknown key", "failOn: major\nminScor: 9\n", /:2$/u, /minScor/u, /Did you mean “minScore”\?/u],
    ["an unknown key of an override", "overrides:\n  - paths: a\n    failon: minor\n", /:3$/u, /failon/u, /“failOn”/u],
    ["an unknown value", "\nfailOn: majr\n", /:2$/u, /failOn/u, /Did you mean “major”\?/u],
    ["a wrong type", "minScore: high\n", /:1$/u, /“minScore”: .*number/u, /Correct it/u],
    ["an unknown level", "rules:\n  style: majr\n", /:2$/u, /rules\.style/u, /Did you mean “major”\?/u],
    ["a wrong part of a rule", "rules:\n  style:\n    option: {}\n", /:3$/u, /option/u, /“options”/u],
    ["a language that is none", "sourceLanguage: German\n", /:1$/u, /ISO 639/u, /Correct it/u],
    ["an override for nothing", "overrides:\n  - failOn: minor\n", /:2$/u, /for which paths or items/u, /./u],
    ["an unknown field", "overrides:\n  - items: { categry: a }\n", /:2$/u, /categry/u, /./u],
    ["an unknown format", "inputFormat: jsnl\n", /:1$/u, /inputFormat/u, /“jsonl”/u],
  ])("%s", (_, text, where, what, remedy) => {
    expect(read(text)).toMatchObject({
      kind: "problem",
      problem: {
        where: expect.stringMatching(where),
        what: expect.stringMatching(what),
        remedy: expect.stringMatching(remedy),
      },
    });
  });

  test("a file that is not there", () => {
    expect(readConfig(join(folder, "none.yaml"))).toMatchObject({ problem: { what: "There is no such file." } });
  });

  test("a file that is extended and not there, with its own name", () => {
    expect(read("extends: none.yaml\n")).toMatchObject({ problem: { where: expect.stringMatching(/none\.yaml$/u) } });
  });

  test("a circle, with its links", () => {
    write("b.yaml", "extends: [c.yaml]\n");
    write("c.yaml", "extends: b.yaml\n");
    expect(read("failOn: minor\nextends: b.yaml\n", "a.yaml")).toMatchObject({
      problem: {
        where: expect.stringMatching(/c\.yaml:1$/u),
        what: expect.stringMatching(/in a circle: .*b\.yaml → .*c\.yaml → .*b\.yaml\.$/u),
      },
    });
  });
});

describe("extending", () => {
  test("later files win, the own one over all, and every value knows its line", () => {
    write("one.yaml", "failOn: minor\nminScore: 90\nglossary:\n  - { target: pier }\n");
    write("two.json", '{\n  "failOn": "critical",\n  "sensitivity": "deep"\n}\n');
    const config = unwrapped(read("extends: [one.yaml, two.json]\nsensitivity: gate\ndoNotTranslate: [Nordlicht]\n"));
    expect(config.settings).toMatchObject({
      failOn: { value: "critical", origin: expect.stringMatching(/two\.json:2$/u) },
      minScore: { value: 90, origin: expect.stringMatching(/one\.yaml:2$/u) },
      sensitivity: { value: "gate", origin: expect.stringMatching(/misrender\.config\.yaml:2$/u) },
    });
    expect(config.glossary).toMatchObject([{ value: { source: null, target: ["pier"] } }]);
    expect(config.doNotTranslate).toMatchObject([{ value: { term: "Nordlicht" } }]);
    expect(config.files).toHaveLength(3);
  });

  test("paths are those of the file they stand in", () => {
    write("ci/base.yaml", "baseline: known.json\nknowledge: [facts.yaml]\n");
    const config = unwrapped(read("extends: ci/base.yaml\n"));
    const here = (name: string): string => relative(process.cwd(), join(folder, "ci", name));
    expect(config.settings.baseline?.value).toBe(here("known.json"));
    expect(config.knowledge.map(({ value }) => value)).toEqual([here("facts.yaml")]);
  });

  test("what is said of a dimension holds before what is said of a rule, in whatever order", () => {
    const { rules } = unwrapped(read("rules:\n  style/heavy-chain: major\n  style: off\n"));
    expect(rules.map(({ name, level }) => [name, level])).toEqual([
      ["style", "off"],
      ["style/heavy-chain", "major"],
    ]);
  });
});

describe("finding", () => {
  test("the nearest one upwards, whatever its form", () => {
    write("up/package.json", '{ "name": "paper", "misrender": { "failOn": "never" } }');
    write("up/down/package.json", '{ "name": "misrender" }');
    mkdirSync(join(folder, "up/down/deep"), { recursive: true });
    expect(nearestConfig(join(folder, "up/down/deep"))).toEqual({ kind: "ok", value: "../../package.json" });
    expect(unwrapped(readConfig(join(folder, "up/package.json"))).settings.failOn).toMatchObject({ value: "never" });
    write("up/down/misrender.config.json", "{}");
    expect(nearestConfig(join(folder, "up/down/deep"))).toEqual({ kind: "ok", value: "../misrender.config.json" });
  });

  test("two in one folder are one too many", () => {
    write("two/misrender.config.yaml", "failOn: minor\n");
    write("two/misrender.config.json", "{}");
    expect(nearestConfig(join(folder, "two"))).toMatchObject({
      problem: { where: "misrender.config.json", what: expect.stringContaining("misrender.config.yaml") },
    });
  });

  test("a mistake under the key of a package.json has its line", () => {
    const path = write("bad/package.json", '{\n  "misrender": {\n    "failOn": "mino"\n  }\n}\n');
    expect(readConfig(path)).toMatchObject({ problem: { where: `${path}:3` } });
  });

  test("the nearest ignore file", () => {
    write("up/.misrenderignore.yaml", "ignores: []\n");
    expect(nearestIgnoreFile(join(folder, "up/down"))).toBe("../.misrenderignore.yaml");
  });
});

describe("an ignore file", () => {
  const ignores = (text: string) => readIgnoreFile(write("i/.misrenderignore.yaml", text));

  test("names files by pattern, from its own folder", () => {
    const [first] = unwrapped(ignores("ignores:\n  - { rule: style, path: 'a/*.txt', reason: quoted }\n"));
    expect(first?.ignore).toMatchObject({ by: "ignore-file", line: 2, reason: "quoted", expires: null });
    expect(["a/b.txt", "a/b/c.txt", "b.txt"].map((path) => first?.speaksOf(join(folder, "i", path)))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test.each([
    ["no reason", "ignores:\n  - rule: style\n", /:2$/u, /reason/u],
    ["a day that is none", "ignores:\n  - rule: style\n    reason: a\n    expires: soon\n", /:4$/u, /YYYY-MM-DD/u],
    [
      "an invalid pattern",
      "ignores:\n\n  - { rule: style, reason: a, path: '[a' }\n",
      /:3$/u,
      /no pattern of file names/u,
    ],
    ["an unknown key", "ignores:\n  - { rule: style, reason: a, pth: b }\n", /:2$/u, /pth/u],
  ])("with %s is refused", (_, text, where, what) => {
    expect(ignores(text)).toMatchObject({
      problem: { where: expect.stringMatching(where), what: expect.stringMatching(what) },
    });
  });
});
