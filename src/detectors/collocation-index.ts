import { formsOf, plural } from "../text/inflect.ts";
import { IRREGULAR_VERBS } from "../text/irregular.ts";
import type { CollocationFile } from "./collocation-lexicon.ts";

interface Ban {
  readonly because: string;
  readonly except: ReadonlySet<string>;
  readonly unless: readonly string[];
  readonly repairs: readonly string[];
}

interface BannedVerb {
  readonly lemma: string;
  /** By class of the object. */
  readonly bans: Map<string, Ban>;
}

/** Why a verb does not take a noun, and which verbs do. */
export interface VerbVerdict {
  readonly lemma: string;
  readonly because: string;
  /** Words after the object that make it right. */
  readonly unless: readonly string[];
  /** Base forms meant for this very pair, best first. */
  readonly repairs: readonly string[];
  /** Base forms that go with the noun, best first; the repairs are among them. */
  readonly candidates: readonly string[];
}

/** Why a modifier does not stand before a noun, with whole phrases instead. */
export interface ModifierVerdict {
  /** The noun's base form. */
  readonly noun: string;
  readonly because: string;
  readonly repairs: readonly string[];
}

/** Look-ups of words that do not go together. */
export interface CollocationIndex {
  readonly judgeVerb: (verb: string, noun: string) => VerbVerdict | undefined;
  readonly isVerb: (word: string) => boolean;
  readonly isNoun: (word: string) => boolean;
  readonly judgeModifier: (modifier: string, noun: string) => ModifierVerdict | undefined;
  readonly isModifier: (word: string) => boolean;
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

function bannedVerbs(
  files: readonly CollocationFile[],
  resolve: (names: readonly string[]) => readonly string[],
): ReadonlyMap<string, readonly BannedVerb[]> {
  const byLemma = new Map<string, BannedVerb>();
  const all = files.flatMap(({ things }) => Object.keys(things));
  for (const { verbs } of files)
    for (const entry of verbs) {
      const except = new Set(entry.except);
      const only = new Set(resolve(entry.only));
      const never = only.size === 0 ? resolve(entry.never) : all.filter((name) => !only.has(name));
      for (const lemma of entry.verbs) {
        const { bans } = byLemma.get(lemma) ?? { bans: new Map<string, Ban>() };
        for (const name of never)
          if (!bans.has(name))
            bans.set(name, {
              because: entry.because,
              except,
              unless: entry.unless,
              repairs: entry.repairs[name] ?? [],
            });
        byLemma.set(lemma, { lemma, bans });
      }
    }
  const byForm = new Map<string, BannedVerb[]>();
  for (const verb of byLemma.values()) for (const form of formsOf(verb.lemma)) pushTo(byForm, form, verb);
  for (const [form, verbs] of byForm)
    if ((IRREGULAR_BASES.get(form) ?? []).some((base) => verbs.every(({ lemma }) => lemma !== base)))
      byForm.delete(form);
  return byForm;
}

function verbJudge(
  files: readonly CollocationFile[],
  resolve: (names: readonly string[]) => readonly string[],
): Pick<CollocationIndex, "judgeVerb" | "isVerb" | "isNoun"> {
  const classes = classesByNoun(files);
  const forms = nounForms(new Set(classes.keys()));
  const verbs = bannedVerbs(files, resolve);
  const goesWith = new Map(
    files.flatMap(({ things }) => Object.entries(things).map(([name, thing]) => [name, thing["goes-with"]] as const)),
  );
  const judgeVerb = (verb: string, noun: string): VerbVerdict | undefined => {
    const [only, ...homographs] = verbs.get(verb) ?? [];
    const base = forms.get(noun);
    if (only === undefined || homographs.length > 0 || base === undefined) return undefined;
    const senses = classes.get(base) ?? [];
    const bans = senses.map((sense) => only.bans.get(sense));
    const [ban] = bans;
    if (ban === undefined || bans.some((each) => each === undefined || each.except.has(base))) return undefined;
    const repairs = bans.flatMap((each) => each?.repairs ?? []);
    const candidates = [...new Set([...repairs, ...senses.flatMap((sense) => goesWith.get(sense) ?? [])])];
    return {
      lemma: only.lemma,
      because: ban.because,
      unless: bans.flatMap((each) => each?.unless ?? []),
      repairs,
      candidates,
    };
  };
  return { judgeVerb, isVerb: (word) => verbs.has(word), isNoun: (word) => forms.has(word) };
}

function modifierJudge(
  files: readonly CollocationFile[],
  resolve: (names: readonly string[]) => readonly string[],
): Pick<CollocationIndex, "judgeModifier" | "isModifier"> {
  const classes = classesByNoun(files);
  const entries = files.flatMap(({ modifiers }) => modifiers);
  const forms = nounForms(new Set([...classes.keys(), ...entries.flatMap(({ nouns }) => nouns)]));
  const byNoun = new Map<string, CollocationFile["modifiers"][number]>();
  const byClass = new Map<string, CollocationFile["modifiers"][number]>();
  const known = new Set<string>();
  for (const entry of entries)
    for (const modifier of entry.modifiers) {
      known.add(modifier);
      for (const noun of entry.nouns) byNoun.set(`${modifier} ${noun}`, entry);
      for (const name of resolve(entry.classes)) byClass.set(`${modifier} ${name}`, entry);
    }
  const judgeModifier = (modifier: string, noun: string): ModifierVerdict | undefined => {
    const base = forms.get(noun);
    if (base === undefined) return undefined;
    const bans = (classes.get(base) ?? []).map((sense) => byClass.get(`${modifier} ${sense}`));
    const [first] = bans;
    const isWrong = first !== undefined && bans.every((each) => each !== undefined && !each.except.includes(base));
    const entry = byNoun.get(`${modifier} ${base}`) ?? (isWrong ? first : undefined);
    return entry === undefined ? undefined : { noun: base, because: entry.because, repairs: entry.repairs };
  };
  return { judgeModifier, isModifier: (word) => known.has(word) };
}

/** Look-ups over all files of words that do not go together. */
export function indexCollocations(files: readonly CollocationFile[]): CollocationIndex {
  const resolve = classResolver(files);
  return { ...verbJudge(files, resolve), ...modifierJudge(files, resolve) };
}
