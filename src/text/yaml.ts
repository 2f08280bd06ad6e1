import { createRequire } from "node:module";
import type { z } from "zod";
import { fail, ok, type Result } from "../core/result.ts";
import { type Zod, zod } from "./schema.ts";
import { nearestName } from "./similarity.ts";

const require = createRequire(import.meta.url);

/** Loaded when the first file is read: with the built rulebook, that is seldom. */
const yaml = (): typeof import("yaml") => require("yaml");

/** Names an object at `path` may have, as the JSON Schema says. */
function keysAt(schema: z.core.JSONSchema.BaseSchema, path: readonly PropertyKey[]): readonly string[] {
  let nodes: readonly z.core.JSONSchema.BaseSchema[] = [schema];
  const options = (node: z.core.JSONSchema.BaseSchema): readonly z.core.JSONSchema.BaseSchema[] =>
    [node, ...(node.anyOf ?? [])].filter((each) => typeof each === "object") as readonly z.core.JSONSchema.BaseSchema[];
  for (const step of path)
    nodes = nodes
      .flatMap(options)
      .flatMap(({ items, properties }) => [typeof step === "number" ? items : properties?.[String(step)]])
      .filter((each): each is z.core.JSONSchema.BaseSchema => typeof each === "object" && !Array.isArray(each));
  return nodes.flatMap(options).flatMap(({ properties }) => Object.keys(properties ?? {}));
}

function remedyFor(issue: z.core.$ZodIssue, schema: z.ZodType): string {
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(zod().toJSONSchema(schema, { io: "input", unrepresentable: "any" }), issue.path);
    const nearest = nearestName(issue.keys[0] ?? "", known);
    return nearest === undefined ? `Known names: ${known.join(", ")}.` : `Did you mean “${nearest}”?`;
  }
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    const nearest = typeof issue.input === "string" ? nearestName(issue.input, values) : undefined;
    return nearest === undefined
      ? `Use one of: ${values.join(", ")}.`
      : `Did you mean “${nearest}”? Possible: ${values.join(", ")}.`;
  }
  return "Correct it; CONTRIBUTING.md shows the form of each file.";
}

/** Parses YAML (a YAML 1.2 core document, no custom types) and checks it. Problems name file and line. */
export function readYaml<Value>(path: string, text: string, schemaIn: (z: Zod) => z.ZodType<Value>): Result<Value> {
  const schema = schemaIn(zod());
  const { isNode, LineCounter, parseDocument } = yaml();
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, schema: "core", prettyErrors: false, uniqueKeys: true });
  const lineAt = (offset: number): string => `${path}:${lineCounter.linePos(offset).line}`;
  const broken = document.errors[0];
  if (broken !== undefined)
    return fail({
      where: lineAt(broken.pos[0]),
      what: `This is not valid YAML: ${broken.message}`,
      remedy: "Check indentation and quotes there.",
    });
  const checked = schema.safeParse(document.toJS({ maxAliasCount: 20 }), { reportInput: true });
  if (checked.success) return ok(checked.data);
  const isUnknownKey = ({ code }: z.core.$ZodIssue): boolean => code === "unrecognized_keys";
  const issue = checked.error.issues.find(isUnknownKey) ?? checked.error.issues[0];
  if (issue === undefined) throw checked.error;
  let place: readonly PropertyKey[] =
    issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
  let found: unknown = document.getIn(place, true);
  while (!isNode(found) && place.length > 0) {
    place = place.slice(0, -1);
    found = place.length === 0 ? document.contents : document.getIn(place, true);
  }
  const where = isNode(found) && found.range ? lineAt(found.range[0]) : path;
  const at = issue.path.length > 0 ? `“${issue.path.join(".")}”: ` : "";
  return fail({ where, what: `${at}${issue.message}`, remedy: remedyFor(issue, schema) });
}
