import { expect, test } from "vitest";
import { ignoreFile } from "../../src/config/ignore-file.ts";
import { configFile } from "../../src/config/schema.ts";
import { baselineFile } from "../../src/gate/baseline-file.ts";
import { zod } from "../../src/text/schema.ts";

const z = zod();

test.each([
  ["baseline", baselineFile(z)],
  ["ignore", ignoreFile(z)],
  ["config", configFile(z)],
])("the JSON Schema of a %s file is up to date", async (name, schema) => {
  const written = `${JSON.stringify(z.toJSONSchema(schema, { io: "input" }), null, 2)}\n`;
  await expect(written).toMatchFileSnapshot(`../../schema/${name}.schema.json`);
});
