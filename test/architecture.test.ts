import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { describe, expect, test } from "vitest";

const SOURCE = join(import.meta.dirname, "../src");

/** The road. A folder imports only from its left; folders that share a stretch of it do not know each other. */
const ROAD: readonly (readonly string[])[] = [
  ["core"],
  ["text"],
  ["readers"],
  ["knowledge"],
  ["plausibility"],
  ["annotate"],
  ["detectors"],
  ["suggest"],
  ["rulebook"],
  ["audit"],
  ["review", "gate", "reporters", "training"],
  ["tui"],
  ["config"],
  ["cli"],
  ["index.ts"],
];

/** Where disk may be touched: files, and folders that end in a slash. */
const ON_DISK = [
  "rulebook/load.ts",
  "rulebook/artefact.ts",
  "rulebook/build.ts",
  "knowledge/load.ts",
  "plausibility/load.ts",
  "annotate/wink.ts",
  "review/journal.ts",
  "review/write.ts",
  "review/disk.ts",
  "config/",
  "cli/",
];

/** Packages that come in by one door. */
const DOORS: Readonly<Record<string, string>> = {
  "string-similarity": "text",
  diff: "text",
  "double-metaphone": "text",
};

const FORBIDDEN_NAMES = ["utils", "helpers", "common", "types", "shared"];
const IMPORT = /(?:\bfrom\s+|\bimport\s*\(?\s*|\brequire\(\s*)["']([^"']+)["']/gu;

const paths = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll(sep, "/"));
const files = paths
  .filter((path) => /\.tsx?$/u.test(path))
  .map((path) => {
    const text = readFileSync(join(SOURCE, path), "utf8").replace(/\/\*[\s\S]*?\*\//gu, "");
    return { path, text, imports: [...text.matchAll(IMPORT)].map((match) => match[1] ?? "") };
  });

const stationOf = (path: string): string => path.split("/")[0] ?? "";
const stretchOf = (station: string): number => ROAD.findIndex((stations) => stations.includes(station));

/** What is wrong with an import of another file, or undefined. */
function trespass(path: string, target: string): string | undefined {
  const [from, to] = [stationOf(path), stationOf(relative(SOURCE, join(SOURCE, dirname(path), target)))];
  if (from === to || stretchOf(to) < stretchOf(from)) return undefined;
  const why = stretchOf(to) === stretchOf(from) ? "stands beside it" : "comes after it";
  return `${path} (station ${from}) imports ${target}: ${to} ${why} on the road`;
}

describe("the road", () => {
  test("every folder is a station", () => {
    const folders = readdirSync(SOURCE, { withFileTypes: true }).map(({ name }) => name);
    expect(folders.filter((name) => stretchOf(name) < 0)).toEqual([]);
  });

  test("a file imports only from its own station and those before it", () => {
    const wrong = files.flatMap(({ path, imports }) =>
      imports.filter((target) => target.startsWith(".")).map((target) => trespass(path, target)),
    );
    expect(wrong.filter((each) => each !== undefined)).toEqual([]);
  });

  test("a file that imports from its right, or from beside it, is named with the target", () => {
    expect(trespass("text/lines.ts", "../readers/html.ts")).toContain(
      "text/lines.ts (station text) imports ../readers",
    );
    expect(trespass("gate/judge.ts", "../review/apply.ts")).toContain("review stands beside it");
    expect(trespass("tui/screens/review/view.tsx", "../../../core/span.ts")).toBeUndefined();
  });

  test("no folder is a drawer for everything", () => {
    expect(paths.filter((path) => path.split("/").some((name) => FORBIDDEN_NAMES.includes(name)))).toEqual([]);
  });
});

describe("what stations may not", () => {
  test("only the loaders, the journal and the command line touch the disk", () => {
    const wrong = files.filter(
      ({ path, imports }) =>
        imports.some((target) => /^(?:node:)?fs(?:\/promises)?$/u.test(target)) &&
        !ON_DISK.some((place) => (place.endsWith("/") ? path.startsWith(place) : path === place)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("only the program and its start set the exit code", () => {
    const wrong = files.filter(
      ({ path, text }) => !/^cli\/(?:main|program)\.ts$/u.test(path) && /process\.exit(?:Code)?\b/u.test(text),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test.each(Object.entries(DOORS))("%s comes in only by src/%s", (name, station) => {
    const wrong = files.filter(({ path, imports }) => imports.includes(name) && stationOf(path) !== station);
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});
