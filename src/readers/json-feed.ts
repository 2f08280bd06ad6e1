import type { Segment } from "../core/document.ts";
import { fail, ok, type Result } from "../core/result.ts";
import { lineIndex } from "../text/lines.ts";
import { type FeedItem, htmlIn, plainIn } from "./feed-items.ts";
import { elementsOf, type JsonSpan, jsonString, membersOf } from "./json.ts";

type Members = ReadonlyMap<string, JsonSpan>;

const REMEDY = "Give a JSON Feed (https://jsonfeed.org), or name the format with --input-format.";

function checkJson(path: string, file: string): Result<true> {
  try {
    JSON.parse(file);
    return ok(true);
  } catch (error) {
    const position = error instanceof Error ? /at position (\d+)/u.exec(error.message)?.[1] : undefined;
    const { line, column } = lineIndex(file)(position === undefined ? file.length : Number(position));
    return fail({
      where: `${path}:${line}:${column}`,
      what: "This is not valid JSON.",
      remedy: "Correct the JSON here, or name the format with --input-format.",
    });
  }
}

function stringAt(file: string, members: Members, key: string): Segment | undefined {
  const span = members.get(key);
  return span === undefined || file[span.start] !== '"' ? undefined : jsonString(file, span);
}

/** An id should be a string, but numbers are met. */
function nameAt(file: string, members: Members, key: string): string | undefined {
  const span = members.get(key);
  if (span !== undefined && /[-\d]/u.test(file[span.start] ?? "")) return file.slice(span.start, span.end);
  return stringAt(file, members, key)?.text;
}

/** The objects or strings in a list. */
const listAt = (file: string, members: Members, key: string): readonly JsonSpan[] => {
  const span = members.get(key);
  return span === undefined || file[span.start] !== "[" ? [] : elementsOf(file, span.start);
};

function authorsAt(file: string, members: Members): readonly string[] {
  const single = members.get("author");
  return [...listAt(file, members, "authors"), ...(single === undefined ? [] : [single])]
    .filter(({ start }) => file[start] === "{")
    .flatMap(({ start }) => stringAt(file, membersOf(file, start), "name")?.text ?? []);
}

const tagsAt = (file: string, members: Members): readonly string[] =>
  listAt(file, members, "tags")
    .filter(({ start }) => file[start] === '"')
    .map((span) => jsonString(file, span).text);

function itemOf(file: string, members: Members, language: string | undefined): FeedItem {
  const title = stringAt(file, members, "title");
  const summary = stringAt(file, members, "summary");
  const html = stringAt(file, members, "content_html");
  const text = html === undefined ? stringAt(file, members, "content_text") : undefined;
  return {
    names: [nameAt(file, members, "id"), nameAt(file, members, "url")],
    dates: [nameAt(file, members, "date_published"), nameAt(file, members, "date_modified")],
    language: stringAt(file, members, "language")?.text ?? language,
    authors: authorsAt(file, members),
    categories: tagsAt(file, members),
    title: title === undefined ? [] : [{ kind: "title", segment: title }],
    texts: [
      ...[summary, text].flatMap((segment) => (segment === undefined ? [] : plainIn(segment))),
      ...(html === undefined ? [] : htmlIn(html)),
    ],
  };
}

/** The items of a JSON Feed. */
export function jsonFeedItems(path: string, file: string): Result<readonly FeedItem[]> {
  const checked = checkJson(path, file);
  if (checked.kind === "problem") return checked;
  const start = file.search(/\S/u);
  const members: Members = file[start] === "{" ? membersOf(file, start) : new Map();
  const items = members.get("items");
  if (items === undefined || file[items.start] !== "[") {
    return fail({ where: path, what: "This JSON has no list of items, so it is no feed.", remedy: REMEDY });
  }
  const language = stringAt(file, members, "language")?.text;
  const objects = elementsOf(file, items.start).filter((span) => file[span.start] === "{");
  return ok(objects.map((span) => itemOf(file, membersOf(file, span.start), language)));
}
