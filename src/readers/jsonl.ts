import { NO_FIELDS, PAIR_KINDS, type Pair, type Segment } from "../core/document.ts";
import { fail, ok, type Result } from "../core/result.ts";
import { type Checked, type Zod, zod } from "../text/schema.ts";
import { dayOf } from "./day.ts";
import { type JsonSpan, jsonString, membersOf } from "./json.ts";
import { languageCode } from "./language.ts";
import { hasText } from "./pairs.ts";
import type { Reader } from "./reader.ts";

const name = (z: Zod) => z.union([z.string().min(1), z.number()]).transform(String);

const rowSchema = (z: Zod) =>
  z
    .object({
      id: name(z),
      text: z.string().nullish(),
      target: z.string().nullish(),
      source: z.string().nullish(),
      group: name(z).nullish(),
      lang: z.string().nullish(),
      date: z.string().nullish(),
      kind: z.enum(PAIR_KINDS).nullish(),
    })
    .refine(({ text, target }) => typeof (text ?? target) === "string", { path: ["text"], error: "is missing" });

type Row = Checked<typeof rowSchema>;

interface Languages {
  readonly sourceLanguage: string | undefined;
  readonly targetLanguage: string | undefined;
}

/** A document while its rows come in. */
interface Draft extends Languages {
  readonly id: string;
  readonly date: string | undefined;
  readonly pairs: Pair[];
}

/** Where a line of the file stands. */
interface LineOfFile extends JsonSpan {
  readonly where: string;
  readonly number: number;
}

const REMEDIES: Readonly<Record<string, string>> = {
  id: 'Give each line an "id" of its own, a string or a number.',
  text: 'Give the translation as a string in "text" (or "target").',
  target: 'Give the translation as a string in "text" (or "target").',
  source: 'Give the original as a string in "source", or leave the key out.',
  group: 'Give the document\'s name as a string in "group", or leave the key out.',
  lang: 'Write it like "zh-en" (source, then target) or "en" (target alone).',
  date: 'Write it like "2022-08-15".',
  kind: `Use one of ${PAIR_KINDS.join(", ")}.`,
};

function wrongKey(line: LineOfFile, key: string, what: string): Result<never> {
  return fail({
    where: line.where,
    what: `"${key}" ${what}.`,
    remedy: REMEDIES[key] ?? "See the format in the manual.",
  });
}

function parseJson(line: LineOfFile, text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail({
      where: line.where,
      what: "This line is not valid JSON.",
      remedy: 'Put one complete object on each line, like {"id":"1","text":"…"}.',
    });
  }
}

let schema: ReturnType<typeof rowSchema> | undefined;

function checkRow(line: LineOfFile, value: unknown): Result<Row> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const remedy = 'Put one object on each line, like {"id":"1","text":"…"}.';
    return fail({ where: line.where, what: "This line is JSON, but not an object.", remedy });
  }
  schema ??= rowSchema(zod());
  const checked = schema.safeParse(value);
  if (checked.success) return ok(checked.data);
  const key = String(checked.error.issues[0]?.path[0] ?? "id");
  const isMissing = !(key in value) && !(key === "text" && "target" in value);
  return wrongKey(line, key, isMissing ? "is missing" : "is not what it should be");
}

/** Reads `zh-en` as source and target, `en` and `en-US` as the target alone. A name of one's own, `chinese_simple`, says nothing. */
function languagesOf(lang: string | null | undefined): Languages | undefined {
  if (lang === null || lang === undefined) return { sourceLanguage: undefined, targetLanguage: undefined };
  const both = /^([a-z]{2,3})(?:-[A-Z][A-Za-z]*)?-([a-z]{2,3}(?:-[A-Z][A-Za-z]*)?)$/u.exec(lang);
  const sourceLanguage = languageCode(both?.[1]);
  const targetLanguage = languageCode(both?.[2] ?? lang);
  return targetLanguage === undefined && !/^[\w-]+$/u.test(lang) ? undefined : { sourceLanguage, targetLanguage };
}

function segmentAt(file: string, span: JsonSpan | undefined): Segment | undefined {
  return span === undefined || file[span.start] !== '"' ? undefined : jsonString(file, span);
}

/** What the rows so far have come to. */
interface Gathered {
  readonly drafts: Map<string, Draft>;
  /** The line of every id within its group. */
  readonly lines: Map<string, number>;
}

function pairOf(file: string, line: LineOfFile, row: Row): Pair | undefined {
  const members = membersOf(file, file.indexOf("{", line.start));
  const target = segmentAt(file, members.get("text")) ?? segmentAt(file, members.get("target"));
  if (target === undefined || !hasText(target)) return undefined;
  return { id: row.id, kind: row.kind ?? "paragraph", target, source: segmentAt(file, members.get("source")) };
}

function checkId(lines: Gathered["lines"], key: string, line: LineOfFile, row: Row): Result<true> {
  const earlier = lines.get(key);
  if (earlier === undefined) {
    lines.set(key, line.number);
    return ok(true);
  }
  const what = `The id "${row.id}" is already taken by line ${earlier}.`;
  return fail({ where: line.where, what, remedy: "Give each line of a group an id of its own." });
}

function gather({ drafts, lines }: Gathered, file: string, line: LineOfFile, row: Row): Result<true> {
  const languages = languagesOf(row.lang);
  if (languages === undefined) return wrongKey(line, "lang", `is "${row.lang}", which names no languages`);
  const date = dayOf(row.date ?? undefined);
  if (typeof row.date === "string" && date === undefined) {
    return wrongKey(line, "date", `is "${row.date}", which is no date`);
  }
  const group = row.group ?? undefined;
  const rowKey = JSON.stringify([group ?? null, row.id]);
  const free = checkId(lines, rowKey, line, row);
  if (free.kind === "problem") return free;
  const draftKey = group === undefined ? rowKey : JSON.stringify([group]);
  const before = drafts.get(draftKey);
  const pairs = before?.pairs ?? [];
  const pair = pairOf(file, line, row);
  if (pair !== undefined) pairs.push(pair);
  drafts.set(draftKey, {
    id: group ?? row.id,
    sourceLanguage: before?.sourceLanguage ?? languages.sourceLanguage,
    targetLanguage: before?.targetLanguage ?? languages.targetLanguage,
    date: before?.date ?? date,
    pairs,
  });
  return ok(true);
}

function readLine(gathered: Gathered, file: string, line: LineOfFile): Result<true> {
  const written = file.slice(line.start, line.end);
  if (written.trim() === "") return ok(true);
  const value = parseJson(line, written);
  if (value.kind === "problem") return value;
  const row = checkRow(line, value.value);
  return row.kind === "problem" ? row : gather(gathered, file, line, row.value);
}

/** JSON Lines: one text a line; the lines of one group are one document. */
export const jsonl: Reader = {
  name: "jsonl",
  extensions: [".jsonl", ".ndjson"],
  read(path, text) {
    const gathered: Gathered = { drafts: new Map(), lines: new Map() };
    let number = 0;
    for (let start = 0; start < text.length; ) {
      const newline = text.indexOf("\n", start);
      const end = newline < 0 ? text.length : newline;
      number += 1;
      const read = readLine(gathered, text, { where: `${path}:${number}`, number, start, end });
      if (read.kind === "problem") return read;
      start = end + 1;
    }
    return ok([...gathered.drafts.values()].map((draft) => ({ ...draft, fields: NO_FIELDS })));
  },
};
