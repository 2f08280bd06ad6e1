import type { Sentence, Token } from "../annotate/annotated.ts";

/** What one token must be: one of some lower-case words, one of some words as written, or of a class. */
export type TokenTest =
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "exact"; readonly words: readonly string[] }
  /** Tests of one `name` accept the same tokens, whoever made them. */
  | {
      readonly kind: "class";
      readonly name: string;
      readonly accepts: (token: Token, index: number, sentence: Sentence) => boolean;
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

interface Node {
  readonly children: Map<string, Node>;
  readonly byWord: Map<string, Node[]>;
  readonly byExact: Map<string, Node[]>;
  readonly byClass: {
    readonly accepts: (token: Token, index: number, sentence: Sentence) => boolean;
    readonly node: Node;
  }[];
  readonly goals: Goal[];
}

const node = (): Node => ({ children: new Map(), byWord: new Map(), byExact: new Map(), byClass: [], goals: [] });

const keyOf = (test: TokenTest): string =>
  test.kind === "class" ? `class ${test.name}` : `${test.kind} ${[...test.words].sort().join(" ")}`;

function childFor(parent: Node, test: TokenTest): Node {
  const key = keyOf(test);
  const known = parent.children.get(key);
  if (known !== undefined) return known;
  const child = node();
  parent.children.set(key, child);
  if (test.kind === "class") parent.byClass.push({ accepts: test.accepts, node: child });
  else {
    const table = test.kind === "words" ? parent.byWord : parent.byExact;
    for (const word of test.words) table.set(word, [...(table.get(word) ?? []), child]);
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

/** Compiles the patterns of all owners into one automaton: a token costs the same however many patterns there are. */
export function compileAutomaton(owners: readonly (readonly TokenPattern[])[]): Automaton {
  const root = node();
  owners.forEach((patterns, owner) => {
    for (const pattern of patterns) insert(root, owner, pattern);
  });
  return {
    match(sentence) {
      const found: { readonly owner: number; readonly hit: Hit }[] = [];
      for (let start = 0; start < sentence.tokens.length; start += 1) collect(root, sentence, start, found);
      return found.length === 0 ? NO_HITS : byOwner(found);
    },
  };
}

function collect(root: Node, sentence: Sentence, start: number, found: { owner: number; hit: Hit }[]): void {
  const { tokens } = sentence;
  const longest = new Map<string, { owner: number; hit: Hit }>();
  const visit = (at: Node, position: number): void => {
    for (const { owner, pattern, elementAt } of at.goals) {
      if (pattern.atStart && start !== 0) continue;
      if (pattern.atEnd && position !== tokens.length) continue;
      const key = `${owner} ${pattern.entry} ${pattern.role}`;
      const known = longest.get(key);
      if (known === undefined || known.hit.end < position)
        longest.set(key, { owner, hit: { pattern, start, end: position, elementAt } });
    }
    const token = tokens[position];
    if (token === undefined) return;
    for (const next of at.byWord.get(token.lower) ?? NONE) visit(next, position + 1);
    if (at.byExact.size > 0) for (const next of at.byExact.get(token.text) ?? NONE) visit(next, position + 1);
    for (const { accepts, node: next } of at.byClass) if (accepts(token, position, sentence)) visit(next, position + 1);
  };
  visit(root, start);
  found.push(...longest.values());
}

const NONE: readonly Node[] = [];

function byOwner(found: readonly { readonly owner: number; readonly hit: Hit }[]): ReadonlyMap<number, readonly Hit[]> {
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
