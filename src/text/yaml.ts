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
      .flatMap(({ items, properties, additionalProperties }) => [
        typeof step === "number" ? items : (properties?.[String(step)] ?? additionalProperties),
      ])
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

/** A checked value, and the line on which what stands at a path in it is written. */
export interface Located<Value> {
  readonly value: Value;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

type YamlDocument = ReturnType<typeof import("yaml").parseDocument>;

/** The node of the key, or of the list element, that a path leads to, or of the last there is on the way. */
function nodeAt(document: YamlDocument, path: readonly PropertyKey[]): unknown {
  const { isMap, isScalar, isSeq } = yaml();
  let found: unknown = document.contents;
  let inside: unknown = document.contents;
  for (const step of path) {
    const pair = isMap(inside)
      ? inside.items.find(({ key }) => (isScalar(key) ? String(key.value) : key) === String(step))
      : undefined;
    const next: unknown = pair?.key ?? (isSeq(inside) ? inside.items[Number(step)] : undefined);
    if (next === undefined) break;
    found = next;
    inside = pair === undefined ? next : pair.value;
  }
  return found;
}

/** The issue that says most: of a choice between forms, that of the form which comes closest. */
function telling(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== "invalid_union") return issue;
  const depth = ({ path, code }: z.core.$ZodIssue): number => path.length * 2 + (code === "invalid_type" ? 0 : 1);
  const best = issue.errors
    .flatMap((form) => form.slice(0, 1))
    .map(telling)
    .sort((a, b) => depth(b) - depth(a))[0];
  return best === undefined ? issue : { ...best, path: [...issue.path, ...best.path] };
}

/** Parses YAML (a YAML 1.2 core document, no custom types) and checks it. Problems name file and line. */
export function readYaml<Value>(path: string, text: string, schemaIn: (z: Zod) => z.ZodType<Value>): Result<Value> {
  const read = readYamlWithLines(path, text, schemaIn);
  return read.kind === "problem" ? read : ok(read.value.value);
}

/** The same, with the way back to the lines of the file. */
export function readYamlWithLines<Value>(
  path: string,
  text: string,
  schemaIn: (z: Zod) => z.ZodType<Value>,
): Result<Located<Value>> {
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
  const lineOf = (place: readonly PropertyKey[]): number => {
    const found = nodeAt(document, place);
    return isNode(found) && found.range ? lineCounter.linePos(found.range[0]).line : 1;
  };
  const checked = schema.safeParse(document.toJS({ maxAliasCount: 20 }), { reportInput: true });
  if (checked.success) return ok({ value: checked.data, lineOf });
  const isUnknownKey = ({ code }: z.core.$ZodIssue): boolean => code === "unrecognized_keys";
  const issues = checked.error.issues.map(telling);
  const issue = issues.find(isUnknownKey) ?? issues[0];
  if (issue === undefined) throw checked.error;
  const place = issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
  const at = issue.path.length > 0 ? `“${issue.path.join(".")}”: ` : "";
  return fail({
    where: `${path}:${lineOf(place)}`,
    what: `${at}${issue.message}`,
    remedy: remedyFor(issue, schema),
  });
}
