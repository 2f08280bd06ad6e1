import type { Sentence, Token } from "../annotate/annotated.ts";

type Accepts = (token: Token, index: number, sentence: Sentence) => boolean;

/** What one token must be: one of some lower-case words, one of some words as written, or of a class. */
export type TokenTest =
  | { readonly kind: "words" | "exact"; readonly words: readonly string[] }
  /** Tests of one `name` accept the same tokens, whoever made them; with `words` only those are asked about. */
  | {
      readonly kind: "class";
      readonly name: string;
      readonly words: readonly string[] | undefined;
      readonly accepts: Accepts;
    };

/** A token test that holds for `least` to `most` tokens in a row. */
export interface PatternElement {
  readonly test: TokenTest;
  readonly least: number;
  readonly most: number;
}

/** A sequence of token tests. */
export interface TokenPattern {
  readonly elements: readonly PatternElement[];
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** The number of the entry, among the rule's own, that the pattern stands for. */
  readonly entry: number;
  /** A veto is no find: it takes back the finds of its entry that it touches. */
  readonly role: "find" | "veto";
}

/** Patterns that are made when a text has a word without which none of them can match. */
export interface PatternGroup {
  readonly kind: "group";
  /** In lower case; undefined where no word is sure. */
  readonly triggers: readonly string[] | undefined;
  readonly make: () => readonly TokenPattern[];
}

/** Groups too many to be listed, looked up by trigger; those without one under the empty word. */
export interface PatternShelf {
  readonly kind: "shelf";
  readonly holding: (word: string) => readonly PatternGroup[];
}

/** Where a pattern matched: tokens from `start` up to `end`; `elementAt[n]` is the element that took token `start + n`. */
export interface Hit {
  readonly pattern: TokenPattern;
  readonly start: number;
  readonly end: number;
  readonly elementAt: readonly number[];
}

interface Goal {
  readonly owner: number;
  readonly pattern: TokenPattern;
  readonly elementAt: readonly number[];
}

/** A step from one state to the next, taken where the token passes. */
interface Edge {
  readonly accepts: Accepts | undefined;
  readonly node: Node;
}

interface Node {
  readonly children: Map<string, Node>;
  readonly byWord: Map<string, Edge[]>;
  readonly byExact: Map<string, Edge[]>;
  readonly byClass: Edge[];
  readonly goals: Goal[];
}

const node = (): Node => ({ children: new Map(), byWord: new Map(), byExact: new Map(), byClass: [], goals: [] });

const keys = new WeakMap<TokenTest, string>();

/** Tests of one key accept the same tokens. */
function keyOf(test: TokenTest): string {
  const known = keys.get(test);
  if (known !== undefined) return known;
  const key = test.kind === "class" ? `class ${test.name}` : `${test.kind} ${test.words.join(" ")}`;
  keys.set(test, key);
  return key;
}

function childFor(parent: Node, test: TokenTest): Node {
  const key = keyOf(test);
  const known = parent.children.get(key);
  if (known !== undefined) return known;
  const child = node();
  parent.children.set(key, child);
  const edge: Edge = { accepts: test.kind === "class" ? test.accepts : undefined, node: child };
  if (test.words === undefined) parent.byClass.push(edge);
  else {
    const table = test.kind === "exact" ? parent.byExact : parent.byWord;
    for (const word of new Set(test.words)) {
      const edges = table.get(word);
      if (edges === undefined) table.set(word, [edge]);
      else edges.push(edge);
    }
  }
  return child;
}

function insert(root: Node, owner: number, pattern: TokenPattern): void {
  const walk = (at: Node, element: number, taken: number, path: readonly number[]): void => {
    const current = pattern.elements[element];
    if (current === undefined) {
      if (path.length > 0) at.goals.push({ owner, pattern, elementAt: path });
      return;
    }
    if (taken >= current.least) walk(at, element + 1, 0, path);
    if (taken < current.most) walk(childFor(at, current.test), element, taken + 1, [...path, element]);
  };
  walk(root, 0, 0, []);
}

/** Matches all patterns of all owners at once. */
export interface Automaton {
  /** The finds in a sentence by owner; owners without any are absent. */
  readonly match: (sentence: Sentence) => ReadonlyMap<number, readonly Hit[]>;
}

const NO_HITS: ReadonlyMap<number, readonly Hit[]> = new Map();

const COMMON = new Set(
  "a about after all an and are as at be been but by for from had has have he her his in into is it its more no not of on one or other out over said she so than that the their them there they this to up was we were which who will with would you 's".split(
    " ",
  ),
);

/** How telling it is that a text has one of these words. */
const weightOf = (words: readonly string[]): number =>
  Math.min(...words.map((word) => (COMMON.has(word.toLowerCase()) ? 0 : word.length)));

/** The words, in lower case, one of which every match must hold: those least to be expected. Undefined where no word is sure. */
export function triggersOf(elements: TokenPattern["elements"]): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  for (const { test, least } of elements)
    if (least > 0 && test.words !== undefined && (best === undefined || weightOf(test.words) > weightOf(best)))
      best = test.words;
  return best?.map((word) => word.toLowerCase());
}

/** The finds of one entry with its vetoes, which need no trigger: they matter only where a find is. */
export const groupOf = (finds: readonly TokenPattern[], vetoes: readonly TokenPattern[]): PatternGroup => {
  const triggers = finds.map(({ elements }) => triggersOf(elements));
  return {
    kind: "group",
    triggers: triggers.includes(undefined) ? undefined : triggers.flatMap((words) => words ?? []),
    make: () => [...finds, ...vetoes],
  };
};

/** Patterns of an owner that wait for a trigger to turn up: most words of a lexicon never do. */
interface Waiting {
  readonly owner: number;
  readonly group: PatternGroup;
}

/** Finds and vetoes apart: a sentence without a find is not searched for vetoes. */
type Roots = Readonly<Record<TokenPattern["role"], Node>>;

function pushTo(table: Map<string, Waiting[]>, word: string, waiting: Waiting): void {
  const others = table.get(word);
  if (others === undefined) table.set(word, [waiting]);
  else others.push(waiting);
}

/** Takes groups into the automaton when a sentence first has one of their triggers. */
function admission(
  roots: Roots,
  owners: readonly (readonly (PatternGroup | PatternShelf)[])[],
): (word: string) => void {
  const inserted = new Set<PatternGroup>();
  const waiting = new Map<string, Waiting[]>();
  const shelves: { readonly owner: number; readonly shelf: PatternShelf }[] = [];
  const admit = ({ owner, group }: Waiting): void => {
    if (inserted.has(group)) return;
    inserted.add(group);
    for (const pattern of group.make()) insert(roots[pattern.role], owner, pattern);
  };
  const fetch = (word: string): void => {
    for (const { owner, shelf } of shelves) for (const group of shelf.holding(word)) admit({ owner, group });
  };
  owners.forEach((patterns, owner) => {
    for (const each of patterns)
      if (each.kind === "shelf") shelves.push({ owner, shelf: each });
      else if (each.triggers === undefined) admit({ owner, group: each });
      else for (const word of new Set(each.triggers)) pushTo(waiting, word, { owner, group: each });
  });
  fetch("");
  const seen = new Set<string>();
  return (word) => {
    if (seen.has(word)) return;
    if (seen.size >= MOST_SEEN) seen.clear();
    seen.add(word);
    for (const each of waiting.get(word) ?? []) admit(each);
    waiting.delete(word);
    fetch(word);
  };
}

/** Words that are remembered to have turned up; after so many they are asked about again. */
const MOST_SEEN = 200_000;

/** Compiles the patterns of all owners into one automaton: a token costs the same however many patterns there are. */
export function compileAutomaton(owners: readonly (readonly (PatternGroup | PatternShelf)[])[]): Automaton {
  const roots: Roots = { find: node(), veto: node() };
  const meet = admission(roots, owners);
  return {
    match(sentence) {
      for (const { lower } of sentence.tokens) meet(lower);
      const finds = search(sentence, roots.find);
      return finds.length === 0 ? NO_HITS : byOwner(finds, search(sentence, roots.veto));
    },
  };
}

interface Find {
  readonly owner: number;
  readonly hit: Hit;
}

/** Adds a find, or lengthens the one its entry already has at this start. */
function note(finds: Find[], from: number, find: Find): void {
  for (let index = from; index < finds.length; index += 1) {
    const other = finds[index];
    if (other?.owner !== find.owner || other.hit.pattern !== find.hit.pattern) continue;
    if (other.hit.end < find.hit.end) finds[index] = find;
    return;
  }
  finds.push(find);
}

/** A search from one token on; finds from `from` on are its own. */
interface Search {
  readonly sentence: Sentence;
  readonly start: number;
  readonly from: number;
  readonly finds: Find[];
}

function search(sentence: Sentence, root: Node): readonly Find[] {
  const finds: Find[] = [];
  for (let start = 0; start < sentence.tokens.length; start += 1)
    visit({ sentence, start, from: finds.length, finds }, root, start);
  return finds;
}

function visit(search: Search, at: Node, position: number): void {
  const { sentence, start, from, finds } = search;
  const { tokens } = sentence;
  for (const { owner, pattern, elementAt } of at.goals) {
    if ((pattern.atStart && start !== 0) || (pattern.atEnd && position !== tokens.length)) continue;
    note(finds, from, { owner, hit: { pattern, start, end: position, elementAt } });
  }
  const token = tokens[position];
  if (token === undefined) return;
  if (at.byWord.size > 0) follow(search, at.byWord.get(token.lower), token, position);
  if (at.byExact.size > 0) follow(search, at.byExact.get(token.text), token, position);
  follow(search, at.byClass, token, position);
}

function follow(search: Search, edges: readonly Edge[] | undefined, token: Token, position: number): void {
  if (edges === undefined) return;
  for (let index = 0; index < edges.length; index += 1) {
    const edge = edges[index];
    if (edge !== undefined && (edge.accepts === undefined || edge.accepts(token, position, search.sentence)))
      visit(search, edge.node, position + 1);
  }
}

/** The finds that no veto of their entry touches. */
function byOwner(finds: readonly Find[], vetoes: readonly Find[]): ReadonlyMap<number, readonly Hit[]> {
  const table = new Map<number, Hit[]>();
  for (const { owner, hit } of finds) {
    const isVetoed = vetoes.some(
      (veto) =>
        veto.owner === owner &&
        veto.hit.pattern.entry === hit.pattern.entry &&
        veto.hit.start < hit.end &&
        hit.start < veto.hit.end,
    );
    if (!isVetoed) table.set(owner, [...(table.get(owner) ?? []), hit]);
  }
  return table;
}
