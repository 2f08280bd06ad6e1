import type { Segment } from "../core/document.ts";
import { fail, ok, type Result } from "../core/result.ts";
import { through, verbatimSegment } from "../core/segment.ts";
import { type FeedItem, htmlIn, plainIn, titleIn } from "./feed-items.ts";
import { htmlPassages } from "./html.ts";
import type { Passage } from "./pairs.ts";
import { attributeOf, walkXml, type XmlText, xmlText } from "./xml.ts";
import { checkXml } from "./xml-check.ts";

/** An element of an item: its texts, and the stretch of the file between its tags. */
interface Field {
  readonly name: string;
  readonly attributes: string;
  readonly pieces: XmlText[];
  readonly start: number;
  end: number;
  /** Whether other elements stand in it. */
  isMixed: boolean;
}

interface Item {
  readonly attributes: string;
  readonly fields: Field[];
}

/** What a feed says of itself and its items. */
interface Feed {
  root: string;
  language: string | undefined;
  readonly items: Item[];
}

const ROOTS = ["rss", "rdf:RDF", "feed"];
const ITEMS = ["item", "entry"];

/** A feed may put a prefix on all its names: `atom:feed`, `atom:entry`. */
const unprefixed = (name: string, root: string): string => {
  const prefix = root.slice(0, root.indexOf(":") + 1);
  return prefix !== "" && prefix !== "rdf:" && name.startsWith(prefix) ? name.slice(prefix.length) : name;
};

/** Takes a feed apart without looking into its items' texts. */
function feedIn(file: string): Feed {
  const feed: Feed = { root: "", language: undefined, items: [] };
  let item: Item | undefined;
  let depth = 0;
  let itemDepth = 0;
  let field: Field | undefined;
  walkXml(file, {
    opened(written, attributes, _start, end) {
      depth += 1;
      if (depth === 1) feed.root = written;
      const name = unprefixed(written, feed.root);
      if (depth === 1) feed.language = attributeOf(attributes, "xml:lang");
      if (item === undefined && ITEMS.includes(name)) {
        item = { attributes, fields: [] };
        itemDepth = depth;
        feed.items.push(item);
      } else if (field !== undefined) field.isMixed = true;
      else if (item !== undefined || name === "language" || name === "dc:language") {
        field = { name, attributes, pieces: [], start: end, end, isMixed: false };
        item?.fields.push(field);
      }
    },
    text: (text) => field?.pieces.push(text),
    closed(written, start) {
      const name = unprefixed(written, feed.root);
      depth -= 1;
      if (field !== undefined && depth === (item === undefined ? depth : itemDepth) && field.name === name) {
        field.end = start;
        if (item === undefined) feed.language ??= xmlText(file, field.pieces).text.trim();
        field = undefined;
      } else if (item !== undefined && depth < itemDepth) item = undefined;
    },
  });
  return feed;
}

const textOf = (file: string, field: Field): Segment => xmlText(file, field.pieces);

/** Elements written right into the feed are read as HTML that needs no further escape. */
function inlineHtml(file: string, { start, end }: Field): readonly Passage[] {
  const outer = verbatimSegment(file.slice(start, end), start, ["xml"]);
  return htmlPassages(outer.text).map(({ kind, segment }) => ({
    kind,
    segment: through({ ...segment, escaping: [] }, outer),
  }));
}

function passagesOf(file: string, field: Field, isAtom: boolean): readonly Passage[] {
  if (field.isMixed) return inlineHtml(file, field);
  const text = textOf(file, field);
  const type = attributeOf(field.attributes, "type");
  if (!isAtom) return htmlIn(text);
  if (attributeOf(field.attributes, "src") !== undefined) return [];
  if (type === "html" || type === "text/html") return htmlIn(text);
  return type === undefined || type.startsWith("text") ? plainIn(text) : [];
}

function titlesOf(file: string, field: Field, isAtom: boolean): readonly Passage[] {
  const type = attributeOf(field.attributes, "type") ?? "text";
  if (field.isMixed || (isAtom && type !== "text")) {
    return passagesOf(file, field, isAtom).map(({ segment }) => ({ kind: "title", segment }));
  }
  const text = textOf(file, field);
  return isAtom ? [{ kind: "title", segment: text }] : titleIn(text);
}

function itemOf(file: string, { attributes, fields }: Item, feed: Feed): FeedItem {
  const isAtom = unprefixed(feed.root, feed.root) === "feed";
  const named = (...names: readonly string[]): readonly Field[] =>
    names.flatMap((name) => fields.filter((field) => field.name === name));
  const written = (...names: readonly string[]): readonly string[] =>
    named(...names).map((field) => textOf(file, field).text);
  const links = named("link").map((field) => attributeOf(field.attributes, "href") ?? textOf(file, field).text);
  return {
    names: [...written("guid", "id"), attributeOf(attributes, "rdf:about"), ...links],
    dates: written("pubDate", "published", "dc:date", "dcterms:issued", "updated"),
    language: attributeOf(attributes, "xml:lang") ?? written("dc:language")[0] ?? feed.language,
    authors: authorsOf(file, named("author", "dc:creator")),
    categories: categoriesOf(file, named("category", "dc:subject")).filter((category) => category !== undefined),
    title: named("title").flatMap((field) => titlesOf(file, field, isAtom)),
    texts: (isAtom ? named("summary", "content") : named("description", "content:encoded")).flatMap((field) =>
      passagesOf(file, field, isAtom),
    ),
  };
}

/** The names of authors: of Atom, what stands in the element `name`; of RSS, the text, often after an address. */
function authorsOf(file: string, fields: readonly Field[]): readonly string[] {
  return fields.map((field) => {
    if (!field.isMixed) return textOf(file, field).text.replace(/^\S+@\S+\s+\((.*)\)\s*$/su, "$1");
    const name = /<(?:[\w-]+:)?name\b[^>]*>([^<]*)</u.exec(file.slice(field.start, field.end));
    return name?.[1] === undefined ? "" : xmlText(name[1], [{ kind: "text", start: 0, end: name[1].length }]).text;
  });
}

/** Categories by their label, their term and their text. */
const categoriesOf = (file: string, fields: readonly Field[]): readonly (string | undefined)[] =>
  fields.flatMap((field) => [
    attributeOf(field.attributes, "label"),
    attributeOf(field.attributes, "term"),
    textOf(file, field).text,
  ]);

/** The items of an RSS, RDF or Atom feed. */
export function xmlFeedItems(path: string, file: string): Result<readonly FeedItem[]> {
  const checked = checkXml(path, file);
  if (checked.kind === "problem") return checked;
  const feed = feedIn(file);
  if (!ROOTS.includes(feed.root) && unprefixed(feed.root, feed.root) !== "feed") {
    return fail({
      where: path,
      what: `This XML begins with <${feed.root}>, which is no feed.`,
      remedy: "Give an RSS, RDF or Atom feed, or name the format with --input-format.",
    });
  }
  return ok(feed.items.map((item) => itemOf(file, item, feed)));
}
