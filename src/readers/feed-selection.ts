import { elementsOf, type JsonSpan, membersOf } from "./json.ts";
import { attributeOf, walkXml } from "./xml.ts";

/** An item of an XML feed: its whole element, and the name by which an RDF feed lists it. */
interface ItemSpan extends JsonSpan {
  readonly about: string | undefined;
}

interface XmlItems {
  readonly items: readonly ItemSpan[];
  /** The entries of an RDF feed's list of items. */
  readonly entries: readonly ItemSpan[];
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Finds the items of an XML feed and, in an RDF feed, the list that names them. */
function xmlItems(text: string): XmlItems {
  const items: ItemSpan[] = [];
  const entries: ItemSpan[] = [];
  let depth = 0;
  let item: { readonly start: number; readonly depth: number; readonly about: string | undefined } | undefined;
  let entry: { readonly start: number; readonly about: string | undefined } | undefined;
  walkXml(text, {
    opened(name, attributes, start) {
      depth += 1;
      if (item === undefined && depth > 1 && ["item", "entry"].includes(localName(name)))
        item = { start, depth, about: attributeOf(attributes, "rdf:about") };
      if (name === "rdf:li" && item === undefined)
        entry = { start, about: attributeOf(attributes, "rdf:resource") ?? attributeOf(attributes, "resource") };
    },
    text: () => undefined,
    closed(name, _start, end) {
      if (item !== undefined && depth === item.depth) {
        items.push({ start: item.start, end, about: item.about });
        item = undefined;
      }
      if (name === "rdf:li" && entry !== undefined) {
        entries.push({ ...entry, end });
        entry = undefined;
      }
      depth -= 1;
    },
  });
  return { items, entries };
}

/** A text without some stretches, each with the white space before it. */
function without(text: string, spans: readonly JsonSpan[]): string {
  let result = "";
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, start).trimEnd();
    at = end;
  }
  return result + text.slice(at);
}

function selectXml(text: string, isWanted: (index: number) => boolean): string {
  const { items, entries } = xmlItems(text);
  const dropped = items.filter((_, index) => !isWanted(index));
  const names = new Set(dropped.flatMap(({ about }) => (about === undefined ? [] : [about])));
  return without(text, [...dropped, ...entries.filter(({ about }) => about !== undefined && names.has(about))]);
}

function selectJson(text: string, isWanted: (index: number) => boolean): string {
  const items = membersOf(text, text.search(/\S/u)).get("items");
  if (items === undefined) return text;
  const all = elementsOf(text, items.start);
  const objects = all.filter(({ start }) => text[start] === "{");
  const kept = all.filter((span) => !objects.includes(span) || isWanted(objects.indexOf(span)));
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined || kept.length === all.length) return text;
  const pieces = kept.map(({ start, end }, index) => {
    const before = all[all.findIndex((span) => span.start === start) - 1];
    const between = index === 0 || before === undefined ? "" : text.slice(before.end, start);
    return between + text.slice(start, end);
  });
  return text.slice(0, first.start) + pieces.join("") + text.slice(last.end);
}

/** How many items a feed has, whatever texts are in them. */
export const feedItemCount = (text: string): number =>
  /^\s*[{[]/u.test(text)
    ? elementsOf(text, membersOf(text, text.search(/\S/u)).get("items")?.start ?? text.length).filter(
        ({ start }) => text[start] === "{",
      ).length
    : xmlItems(text).items.length;

/** The same feed with some of its items only. All that stays is as it was, to the letter. */
export const selectFeedItems = (text: string, isWanted: (index: number) => boolean): string =>
  /^\s*[{[]/u.test(text) ? selectJson(text, isWanted) : selectXml(text, isWanted);
