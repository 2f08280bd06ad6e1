import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Config, mergeConfigs, NO_CONFIG, type Override } from "../../src/config/config.ts";
import { compileOverrides } from "../../src/config/overrides.ts";
import { NO_FIELDS } from "../../src/core/document.ts";
import { unwrapped } from "../readers/support.ts";

const origin = fc.constantFrom("a.yaml:1", "b.yaml:7", "c.json:3");
const traced = <Value>(value: fc.Arbitrary<Value>) => fc.record({ value, origin });

const anyConfig: fc.Arbitrary<Config> = fc.record({
  files: fc.array(fc.constantFrom("a.yaml", "b.yaml"), { maxLength: 2 }),
  settings: fc.record(
    {
      failOn: traced(fc.constantFrom("minor", "major", "critical", "never")),
      minScore: traced(fc.double({ max: 100, noNaN: true })),
      baseline: traced(fc.string()),
      wmt: traced(fc.boolean()),
    },
    { requiredKeys: [] },
  ),
  rules: fc.array(
    fc.record({
      name: fc.constantFrom("style", "accuracy/addition"),
      level: fc.constantFrom("off", "minor", null),
      options: fc.constant({}),
      origin,
    }),
    { maxLength: 3 },
  ),
  knowledge: fc.array(traced(fc.string()), { maxLength: 2 }),
  glossary: fc.constant([]),
  doNotTranslate: fc.array(traced(fc.record({ term: fc.string(), renderings: fc.array(fc.string()) })), {
    maxLength: 2,
  }),
  overrides: fc.constant([]),
});

describe("merging", () => {
  test("nothing changes nothing", () => {
    fc.assert(
      fc.property(anyConfig, (config) => {
        expect(mergeConfigs(NO_CONFIG, config)).toEqual(config);
        expect(mergeConfigs(config, NO_CONFIG)).toEqual(config);
      }),
    );
  });

  test("it does not matter which two of three are merged first", () => {
    fc.assert(
      fc.property(anyConfig, anyConfig, anyConfig, (a, b, c) => {
        expect(mergeConfigs(mergeConfigs(a, b), c)).toEqual(mergeConfigs(a, mergeConfigs(b, c)));
      }),
    );
  });

  test("the upper wins where it says something, the lower holds where it does not", () => {
    fc.assert(
      fc.property(anyConfig, anyConfig, (below, above) => {
        const merged = mergeConfigs(below, above);
        for (const name of ["failOn", "minScore", "baseline", "wmt"] as const)
          expect(merged.settings[name]).toEqual(above.settings[name] ?? below.settings[name]);
        expect(merged.rules).toEqual([...below.rules, ...above.rules]);
      }),
    );
  });
});

describe("for which documents an override holds", () => {
  const override = (over: Partial<Override>): Override => ({
    origin: "a.yaml:1",
    folder: process.cwd(),
    paths: [],
    items: {},
    settings: {},
    rules: [],
    ...over,
  });
  const holds = (over: Partial<Override>, path = "feeds/a.xml"): boolean =>
    unwrapped(compileOverrides([override(over)]))(path, "urn:7", {
      ...NO_FIELDS,
      title: ["Tides (high) of May"],
      category: ["Sea", "Weather"],
    }).length > 0;

  test("paths are patterns", () => {
    expect(["feeds/**", "*.xml", "feeds/*.xml"].map((pattern) => holds({ paths: [pattern] }))).toEqual([
      true,
      false,
      true,
    ]);
    expect(holds({ paths: ["no", "feeds/?.xml"] })).toBe(true);
    expect(holds({ paths: ["**"] }, "<stdin>")).toBe(true);
  });

  test("fields take * for any characters, and no other sign means anything", () => {
    expect(holds({ items: { category: ["weather"] } })).toBe(true);
    expect(holds({ items: { category: ["weath"] } })).toBe(false);
    expect(holds({ items: { title: ["*(high)*"] } })).toBe(true);
    expect(holds({ items: { title: ["Tides .high. of May"] } })).toBe(false);
    expect(holds({ items: { guid: ["urn:*"] } })).toBe(true);
    expect(holds({ items: { author: ["*"] } })).toBe(false);
  });

  test("all that is said must fit", () => {
    expect(holds({ paths: ["feeds/**"], items: { category: ["sea"], title: ["Tides*"] } })).toBe(true);
    expect(holds({ paths: ["feeds/**"], items: { category: ["sea"], title: ["Winds*"] } })).toBe(false);
    expect(holds({ paths: ["pages/**"], items: { category: ["sea"] } })).toBe(false);
  });
});
