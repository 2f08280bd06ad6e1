import { expect, test } from "vitest";
import { z } from "zod";
import { DETECTORS } from "../../src/detectors/index.ts";
import { lexiconFile } from "../../src/detectors/lexicon.ts";
import { factFile } from "../../src/knowledge/fact.ts";
import { ruleFile } from "../../src/rulebook/schema.ts";

const asJson = (schema: (zod: typeof z) => z.ZodType): string =>
  `${JSON.stringify(z.toJSONSchema(schema(z), { io: "input", unrepresentable: "any" }), null, 2)}\n`;

test.each([
  ["rule", ruleFile],
  ["lexicon", lexiconFile],
  ["knowledge", factFile],
])("the JSON Schema for editors of a %s file is up to date", async (name, schema) => {
  await expect(asJson(schema)).toMatchFileSnapshot(`../../schema/${name}.schema.json`);
});

test.each(Object.entries(DETECTORS))(
  "the options of the detector %s can be written as JSON Schema",
  (_, { options }) => {
    expect(JSON.parse(asJson(options))).toHaveProperty("type", "object");
  },
);
