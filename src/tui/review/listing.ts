import { SEVERITIES, SEVERITY_POINTS, type Severity } from "../../core/severity.ts";
import { STANDINGS, type Standing } from "../../review/standing.ts";
import type { Item } from "./files.ts";

/** The orders that findings may be shown in. */
export const SORTS = ["text", "severity", "rule", "confidence"] as const;
export type Sort = (typeof SORTS)[number];

/** What findings may be gathered by. */
export const GROUPINGS = ["none", "severity", "rule", "item"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What findings must be to be shown. A list without names asks for nothing. */
export interface Filter {
  readonly severities: readonly Severity[];
  readonly standings: readonly Standing["kind"][];
  readonly rules: readonly string[];
}

export const NO_FILTER: Filter = { severities: [], standings: [], rules: [] };

/** How findings are chosen and ordered. */
export interface Arrangement {
  readonly sort: Sort;
  readonly grouping: Grouping;
  readonly filter: Filter;
  readonly query: string;
}

export const AS_THEY_STAND: Arrangement = { sort: "text", grouping: "none", filter: NO_FILTER, query: "" };

/** A heading over the findings of a group. */
export interface Heading {
  readonly label: string;
  readonly count: number;
}

/** The findings as they are shown: a row is a finding, by its index, or a heading. */
export interface Listing extends Arrangement {
  readonly rows: readonly (number | Heading)[];
  /** The findings in their order. */
  readonly order: readonly number[];
  /** For each finding, its place in `order`; -1 where it is not shown. */
  readonly rankOf: Int32Array;
  /** For each finding, its row. */
  readonly rowOf: Int32Array;
}

/** Whether anything is left out. */
export const isNarrowed = ({ filter, query }: Arrangement): boolean =>
  query.trim() !== "" || filter.severities.length + filter.standings.length + filter.rules.length > 0;

const haystacks = new WeakMap<readonly Item[], string[]>();

/** What a search looks through; made when it is first needed. */
function haystack(items: readonly Item[], index: number): string {
  const made = haystacks.get(items) ?? [];
  haystacks.set(items, made);
  const known = made[index];
  if (known !== undefined) return known;
  const finding = items[index]?.entry.finding;
  if (finding === undefined) return "";
  const { rule, severity, message, target, context, suggestions } = finding;
  const words = [severity, rule, message, context.text, target.document, suggestions[0]?.replacement ?? ""];
  const text = words.join("\n").toLowerCase();
  made[index] = text;
  return text;
}

/** Whether a finding has all words of a query, in any order. */
function matcher(items: readonly Item[], query: string): (index: number) => boolean {
  const words = query
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== "");
  if (words.length === 0) return () => true;
  return (index) => words.every((word) => haystack(items, index).includes(word));
}

const allows = <Name>(names: readonly Name[], name: Name): boolean => names.length === 0 || names.includes(name);

/** Numbers by which names are compared quickly: their ranks in the alphabet. */
function alphabetical(names: Iterable<string>): ReadonlyMap<string, number> {
  return new Map([...new Set(names)].sort((a, b) => a.localeCompare(b)).map((name, rank) => [name, rank]));
}

const itemName = ({ file, entry }: Item): string => `${file}\n${entry.finding.target.document}`;

/** Items keep the order in which they stand in their files. */
function itemRanks(items: readonly Item[]): Float64Array {
  const ranks = new Map<string, number>();
  return Float64Array.from(items, (item) => {
    const name = itemName(item);
    const rank = ranks.get(name) ?? ranks.size;
    ranks.set(name, rank);
    return rank;
  });
}

function ruleRanks(items: readonly Item[]): Float64Array {
  const ranks = alphabetical(items.map(({ entry }) => entry.finding.rule));
  return Float64Array.from(items, ({ entry }) => ranks.get(entry.finding.rule) ?? 0);
}

const KEYS: Readonly<Record<Sort | Grouping, (items: readonly Item[]) => Float64Array>> = {
  text: ({ length }) => new Float64Array(length),
  none: ({ length }) => new Float64Array(length),
  severity: (items) => Float64Array.from(items, ({ entry }) => -SEVERITY_POINTS[entry.finding.severity]),
  confidence: (items) => Float64Array.from(items, ({ entry }) => -entry.finding.confidence),
  rule: ruleRanks,
  item: itemRanks,
};

const sortKeys = new WeakMap<readonly Item[], Map<Sort | Grouping, Float64Array>>();

/** For each finding a number: by these they are ordered, and findings of one group have the same. Made when first needed. */
function keysOf(items: readonly Item[], by: Sort | Grouping): Float64Array {
  const made = sortKeys.get(items) ?? new Map<Sort | Grouping, Float64Array>();
  sortKeys.set(items, made);
  const keys = made.get(by) ?? KEYS[by](items);
  made.set(by, keys);
  return keys;
}

function labelOf(item: Item | undefined, grouping: Grouping): string {
  if (item === undefined || grouping === "none") return "";
  if (grouping === "item") return item.entry.finding.target.document;
  return grouping === "rule" ? item.entry.finding.rule : item.entry.finding.severity;
}

function withHeadings(items: readonly Item[], order: readonly number[], grouping: Grouping) {
  if (grouping === "none") return order;
  const rows: (number | Heading)[] = [];
  const group = keysOf(items, grouping);
  for (let from = 0; from < order.length; ) {
    const first = order[from] ?? 0;
    let to = from;
    while (to < order.length && group[order[to] ?? 0] === group[first]) to += 1;
    rows.push({ label: labelOf(items[first], grouping), count: to - from }, ...order.slice(from, to));
    from = to;
  }
  return rows;
}

/** Chooses and orders the findings. `kindAt` says where a finding stands now. */
export function listingOf(
  items: readonly Item[],
  kindAt: (index: number) => Standing["kind"],
  arrangement: Arrangement,
): Listing {
  const { sort, grouping, filter, query } = arrangement;
  const matches = matcher(items, query);
  const chosen = items.flatMap(({ entry: { finding } }, index) => {
    const isWanted =
      allows(filter.severities, finding.severity) &&
      allows(filter.rules, finding.rule) &&
      allows(filter.standings, kindAt(index));
    return isWanted && matches(index) ? [index] : [];
  });
  const [group, own] = [keysOf(items, grouping), keysOf(items, sort)];
  const difference = (all: Float64Array, a: number, b: number): number => (all[a] ?? 0) - (all[b] ?? 0);
  const isSorted = sort === "text" && (grouping === "none" || grouping === "item");
  const order = isSorted ? chosen : chosen.sort((a, b) => difference(group, a, b) || difference(own, a, b) || a - b);
  const rows = withHeadings(items, order, grouping);
  const rankOf = new Int32Array(items.length).fill(-1);
  const rowOf = new Int32Array(items.length).fill(-1);
  for (const [rank, index] of order.entries()) rankOf[index] = rank;
  for (const [row, each] of rows.entries()) if (typeof each === "number") rowOf[each] = row;
  return { ...arrangement, rows, order, rankOf, rowOf };
}

/** One thing that may be ticked in the filter. */
export interface FilterRow {
  readonly part: keyof Filter;
  readonly name: string;
  readonly count: number;
}

/** All that may be ticked, with how many findings there are of each. */
export function filterRows(items: readonly Item[], kindAt: (index: number) => Standing["kind"]): readonly FilterRow[] {
  const counts = {
    severities: new Map<string, number>(),
    standings: new Map<string, number>(),
    rules: new Map<string, number>(),
  };
  const count = (part: keyof Filter, name: string): void =>
    void counts[part].set(name, (counts[part].get(name) ?? 0) + 1);
  for (const [index, { entry }] of items.entries()) {
    count("severities", entry.finding.severity);
    count("standings", kindAt(index));
    count("rules", entry.finding.rule);
  }
  const rules = [...alphabetical(counts.rules.keys()).keys()];
  const rows = (part: keyof Filter, names: readonly string[]): readonly FilterRow[] =>
    names.flatMap((name) => {
      const findingCount = counts[part].get(name) ?? 0;
      return findingCount === 0 ? [] : [{ part, name, count: findingCount }];
    });
  return [...rows("severities", SEVERITIES.toReversed()), ...rows("standings", STANDINGS), ...rows("rules", rules)];
}

const toggledIn = <Name>(names: readonly Name[], all: readonly Name[], name: string): readonly Name[] =>
  all.filter((each) => names.includes(each) !== (each === name));

/** The filter with one thing ticked or no longer ticked. */
export function toggled(filter: Filter, { part, name }: FilterRow): Filter {
  switch (part) {
    case "severities":
      return { ...filter, severities: toggledIn(filter.severities, SEVERITIES, name) };
    case "standings":
      return { ...filter, standings: toggledIn(filter.standings, STANDINGS, name) };
    case "rules":
      return { ...filter, rules: toggledIn(filter.rules, [...new Set([...filter.rules, name])], name) };
  }
}

/** Whether something is ticked. */
export const isTicked = (filter: Filter, { part, name }: FilterRow): boolean =>
  filter[part].some((each) => each === name);
