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

/** The patterns of one entry, made when a text first has a word that a match of them may begin with. */
export interface PatternGroup {
  /** Undefined where a class of token may begin a match. */
  readonly firstWords: readonly string[] | undefined;
  readonly make: () => readonly TokenPattern[];
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

/** Patterns that wait for one of their first words to turn up: most words of a lexicon never do. */
interface Waiting {
  readonly owner: number;
  readonly group: PatternGroup;
  state: "waiting" | "inserted";
}

/** The words, in lower case, one of which a match must begin with, or undefined where a class of token may begin it. */
export function firstWordsOf(elements: TokenPattern["elements"]): readonly string[] | undefined {
  const words: string[] = [];
  for (const { test, least } of elements) {
    if (test.kind === "class") return undefined;
    words.push(...test.words.map((word) => word.toLowerCase()));
    if (least > 0) return words;
  }
  return undefined;
}

/** Patterns that exist already, as a group. */
export function madeGroup(patterns: readonly TokenPattern[]): PatternGroup {
  const words = patterns.map(({ elements }) => firstWordsOf(elements));
  const isAny = words.some((each) => each === undefined);
  return { firstWords: isAny ? undefined : [...new Set(words.flatMap((each) => each ?? []))], make: () => patterns };
}

function admit(root: Node, waiting: Waiting): void {
  if (waiting.state === "inserted") return;
  waiting.state = "inserted";
  for (const pattern of waiting.group.make()) insert(root, waiting.owner, pattern);
}

/** Compiles the patterns of all owners into one automaton: a token costs the same however many patterns there are. */
export function compileAutomaton(owners: readonly (readonly PatternGroup[])[]): Automaton {
  const root = node();
  const byWord = new Map<string, Waiting[]>();
  owners.forEach((groups, owner) => {
    for (const group of groups) {
      const waiting: Waiting = { owner, group, state: "waiting" };
      if (group.firstWords === undefined) admit(root, waiting);
      else for (const word of group.firstWords) pushTo(byWord, word, waiting);
    }
  });
  return {
    match(sentence) {
      const found: Find[] = [];
      for (let start = 0; start < sentence.tokens.length; start += 1) {
        const word = sentence.tokens[start]?.lower ?? "";
        const due = byWord.get(word);
        if (due !== undefined) {
          byWord.delete(word);
          for (const each of due) admit(root, each);
        }
        visit({ sentence, start, from: found.length, finds: found }, root, start);
      }
      return found.length === 0 ? NO_HITS : byOwner(found);
    },
  };
}

function pushTo(table: Map<string, Waiting[]>, word: string, waiting: Waiting): void {
  const others = table.get(word);
  if (others === undefined) table.set(word, [waiting]);
  else others.push(waiting);
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

function byOwner(found: readonly Find[]): ReadonlyMap<number, readonly Hit[]> {
  const vetoes = found.filter(({ hit }) => hit.pattern.role === "veto");
  const table = new Map<number, Hit[]>();
  for (const { owner, hit } of found) {
    if (hit.pattern.role === "veto") continue;
    const vetoed = vetoes.some(
      (veto) =>
        veto.owner === owner &&
        veto.hit.pattern.entry === hit.pattern.entry &&
        veto.hit.start < hit.end &&
        hit.start < veto.hit.end,
    );
    if (!vetoed) table.set(owner, [...(table.get(owner) ?? []), hit]);
  }
  return table;
}
