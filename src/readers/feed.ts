import { ok, type Result } from "../core/result.ts";
import { type FeedItem, feedDocuments } from "./feed-items.ts";
import { jsonFeedItems } from "./json-feed.ts";
import type { Reader } from "./reader.ts";
import { xmlFeedItems } from "./xml-feed.ts";

const itemsOf = (path: string, text: string): Result<readonly FeedItem[]> =>
  /^\s*[{[]/u.test(text) ? jsonFeedItems(path, text) : xmlFeedItems(path, text);

/** News feeds: RSS 2.0, RDF (RSS 1.0), Atom and JSON Feed. Each item is a document. */
export const feed: Reader = {
  name: "feed",
  extensions: [".rss", ".atom", ".rdf", ".xml", ".json"],
  read(path, text) {
    const items = itemsOf(path, text);
    return items.kind === "problem" ? items : ok(feedDocuments(items.value));
  },
};
