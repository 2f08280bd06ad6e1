import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";

const SCHEMAS = join(import.meta.dirname, "../fixtures/schemas");

/** The text of a schema that others set. */
export const schemaText = (name: string): string => readFileSync(join(SCHEMAS, name), "utf8");

/** What an XML Schema has against some XML documents. */
export async function xmlErrors(schema: string, ...documents: readonly string[]): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: documents.map((contents, index) => ({ fileName: `report-${index}.xml`, contents })),
    schema: [{ fileName: schema, contents: schemaText(schema) }],
  });
  return errors.map(({ rawMessage }) => rawMessage);
}
