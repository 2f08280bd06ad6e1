import { formsOf, plural } from "../text/inflect.ts";
import { IRREGULAR_VERBS } from "../text/irregular.ts";
import type { CollocationFile } from "./collocation-lexicon.ts";

/** Why some verbs do not take nouns of some classes. */
export interface Ban extends Pick<CollocationFile["verbs"][number], "because" | "except" | "unless" | "repairs"> {
  readonly classes: readonly string[];
}

/** The entry that a modifier and a noun share. */
export type ModifierEntry = CollocationFile["modifiers"][number];

/** The words of all files that do not go together, filed by their forms. */
export interface CollocationTable {
  /** Forms of verbs with bans, to base forms; a form that is also another verb's is left out. */
  readonly verbs: Readonly<Record<string, string>>;
  /** Bans as JSON, and their places by base form, the first that fits first. */
  readonly bans: readonly string[];
  readonly bansOf: Readonly<Record<string, readonly number[]>>;
  /** Forms of nouns that stand in a class, to base forms; and of nouns after modifiers too. */
  readonly nouns: Readonly<Record<string, string>>;
  readonly modifiedNouns: Readonly<Record<string, string>>;
  /** Classes of a base form, separated by spaces. */
  readonly classes: Readonly<Record<string, string>>;
  /** Verbs that go with a class, best first. */
  readonly goesWith: Readonly<Record<string, readonly string[]>>;
  readonly modifiers: readonly ModifierEntry[];
  /** Places in `modifiers` by `modifier noun` and by `modifier class`. */
  readonly byNoun: Readonly<Record<string, number>>;
  readonly byClass: Readonly<Record<string, number>>;
}

const pushTo = <Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void => {
  const items = map.get(key);
  if (items === undefined) map.set(key, [item]);
  else items.push(item);
};

/** Noun forms to base forms; a noun listed as it stands (“talks”) is its own base form. */
function nounForms(nouns: ReadonlySet<string>): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const noun of nouns) forms.set(plural(noun), noun);
  for (const noun of nouns) forms.set(noun, noun);
  return forms;
}

function classesByNoun(files: readonly CollocationFile[]): ReadonlyMap<string, readonly string[]> {
  const classes = new Map<string, string[]>();
  for (const { things } of files)
    for (const [name, { nouns }] of Object.entries(things)) for (const noun of nouns) pushTo(classes, noun, name);
  return classes;
}

/** Resolves names of classes and groups. Throws SyntaxError at an unknown one. */
function classResolver(files: readonly CollocationFile[]): (names: readonly string[]) => readonly string[] {
  const groups = new Map(files.flatMap((file) => Object.entries(file.groups)));
  const known = new Set(files.flatMap(({ things }) => Object.keys(things)));
  const resolve = (name: string): readonly string[] => {
    const members = groups.get(name);
    if (members !== undefined) return members.flatMap(resolve);
    if (!known.has(name)) throw new SyntaxError(`rules/lexicon/collocations: there is no class or group “${name}”.`);
    return [name];
  };
  return (names) => names.flatMap(resolve);
}

/** Forms of irregular verbs, each with its base forms: “found” is a form of “find”. */
const IRREGULAR_BASES: ReadonlyMap<string, readonly string[]> = (() => {
  const bases = new Map<string, string[]>();
  for (const [base, [past, participle]] of IRREGULAR_VERBS)
    for (const form of new Set([past, participle])) pushTo(bases, form, base);
  return bases;
})();

type Resolve = (names: readonly string[]) => readonly string[];

function bansOf(files: readonly CollocationFile[], resolve: Resolve): readonly Ban[] {
  const all = files.flatMap(({ things }) => Object.keys(things));
  return files.flatMap(({ verbs }) =>
    verbs.map(({ because, except, unless, repairs, only, never }) => {
      const allowed = new Set(resolve(only));
      const classes = allowed.size === 0 ? resolve(never) : all.filter((name) => !allowed.has(name));
      return { because, except, unless, repairs, classes };
    }),
  );
}

/** The places of the entries of each verb. */
function placesByVerb(files: readonly CollocationFile[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  files
    .flatMap(({ verbs }) => verbs)
    .forEach((entry, place) => {
      for (const verb of entry.verbs) pushTo(places, verb, place);
    });
  return places;
}

/** Forms of verbs, each with its base form, where there is only one that it can be. */
function verbForms(verbs: readonly string[]): ReadonlyMap<string, string> {
  const byForm = new Map<string, string[]>();
  for (const verb of verbs) for (const form of formsOf(verb)) pushTo(byForm, form, verb);
  for (const [form, bases] of byForm)
    if ((IRREGULAR_BASES.get(form) ?? []).some((base) => !bases.includes(base))) byForm.delete(form);
  return new Map([...byForm].map(([form, bases]) => [form, bases.length === 1 ? (bases[0] ?? "") : ""]));
}

/** Files the words that do not go together. Throws SyntaxError at an unknown class. */
export function fileCollocations(files: readonly CollocationFile[]): CollocationTable {
  const resolve = classResolver(files);
  const classes = classesByNoun(files);
  const places = placesByVerb(files);
  const modifiers = files.flatMap((file) => file.modifiers);
  const byNoun: Record<string, number> = {};
  const byClass: Record<string, number> = {};
  modifiers.forEach((entry, place) => {
    for (const modifier of entry.modifiers) {
      for (const noun of entry.nouns) byNoun[`${modifier} ${noun}`] = place;
      for (const name of resolve(entry.classes)) byClass[`${modifier} ${name}`] = place;
    }
  });
  const modified = new Set([...classes.keys(), ...modifiers.flatMap(({ nouns }) => nouns)]);
  return {
    verbs: Object.fromEntries(verbForms([...places.keys()])),
    bans: bansOf(files, resolve).map((ban) => JSON.stringify(ban)),
    bansOf: Object.fromEntries(places),
    nouns: Object.fromEntries(nounForms(new Set(classes.keys()))),
    modifiedNouns: Object.fromEntries(nounForms(modified)),
    classes: Object.fromEntries([...classes].map(([noun, names]) => [noun, names.join(" ")])),
    goesWith: Object.fromEntries(
      files.flatMap(({ things }) => Object.entries(things).map(([name, thing]) => [name, thing["goes-with"]])),
    ),
    modifiers,
    byNoun,
    byClass,
  };
}
