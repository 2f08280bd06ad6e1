import { Buffer } from "node:buffer";

const TAB = 9;
const LINE_FEED = 10;

/** A key without tabs and line feeds, and its value without line feeds. */
export type Drawn = readonly [key: string, value: string];

/** Looks up the value of a key. */
export type Drawer = (key: string) => string | undefined;

/** Writes entries as lines `key<TAB>value`, in the order of their keys' bytes. */
export const fillDrawer = (entries: Iterable<Drawn>): Buffer =>
  Buffer.from(
    [...entries]
      .map(([key, value]) => ({ key: Buffer.from(key), line: `${key}\t${value}\n` }))
      .sort((a, b) => a.key.compare(b.key))
      .map(({ line }) => line)
      .join(""),
  );

/**
 * Looks up values in the bytes that `fillDrawer` has made, by bisection: nothing is read before it is asked for, so
 * that opening a drawer costs nothing however much it holds.
 */
export function openDrawer(written: Uint8Array): Drawer {
  // What has come from another thread is no Buffer any more.
  const bytes = Buffer.from(written.buffer, written.byteOffset, written.byteLength);
  return (key) => {
    const wanted = Buffer.from(key);
    let from = 0;
    let to = bytes.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const start = middle === 0 ? 0 : Math.max(from, bytes.lastIndexOf(LINE_FEED, middle - 1) + 1);
      const keyEnd = bytes.indexOf(TAB, start);
      const end = bytes.indexOf(LINE_FEED, keyEnd);
      const order = wanted.compare(bytes, start, keyEnd);
      if (order === 0) return bytes.toString("utf8", keyEnd + 1, end);
      if (order < 0) to = start;
      else from = end + 1;
    }
    return undefined;
  };
}

/** Groups items under a key each; the groups as JSON, each under `section` and its key. */
export function drawnGroups<Item, Filed>(
  section: string,
  items: readonly Item[],
  keyOf: (item: Item) => string,
  file: (items: readonly Item[]) => Filed,
): readonly Drawn[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups].map(([key, group]) => [`${section} ${key}`, JSON.stringify(file(group))]);
}

const MOST_REMEMBERED = 50_000;

/** Looks into one section of a drawer of JSON. What is asked for often is read once. */
export function openSection<Item, Filed>(
  drawer: Drawer,
  section: string,
  make: (filed: Filed) => Item,
): (key: string) => Item | undefined {
  const known = new Map<string, Item | undefined>();
  return (key) => {
    if (known.has(key)) return known.get(key);
    const json = drawer(`${section} ${key}`);
    const item = json === undefined ? undefined : make(JSON.parse(json));
    if (known.size < MOST_REMEMBERED) known.set(key, item);
    return item;
  };
}
