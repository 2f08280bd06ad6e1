import type { Ban, CollocationTable } from "./collocation-table.ts";

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

const own = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

function verbJudge(table: CollocationTable): Pick<CollocationIndex, "judgeVerb" | "isVerb" | "isNoun"> {
  const senses = (base: string): readonly string[] => own(table.classes, base)?.split(" ") ?? [];
  const judgeVerb = (verb: string, noun: string): VerbVerdict | undefined => {
    const lemma = own(table.verbs, verb) ?? "";
    const base = own(table.nouns, noun);
    if (lemma === "" || base === undefined) return undefined;
    const all = (own(table.bansOf, lemma) ?? []).map((place): Ban => JSON.parse(table.bans[place] ?? ""));
    const banned = senses(base).map((sense) => ({ sense, ban: all.find(({ classes }) => classes.includes(sense)) }));
    const because = banned[0]?.ban?.because;
    if (because === undefined || banned.some(({ ban }) => ban === undefined || ban.except.includes(base)))
      return undefined;
    const repairs = banned.flatMap(({ sense, ban }) => ban?.repairs[sense] ?? []);
    const candidates = [...new Set([...repairs, ...senses(base).flatMap((sense) => table.goesWith[sense] ?? [])])];
    return { lemma, because, unless: banned.flatMap(({ ban }) => ban?.unless ?? []), repairs, candidates };
  };
  const [verbs, nouns] = [new Set(Object.keys(table.verbs)), new Set(Object.keys(table.nouns))];
  return { judgeVerb, isVerb: (word) => verbs.has(word), isNoun: (word) => nouns.has(word) };
}

function modifierJudge(table: CollocationTable): Pick<CollocationIndex, "judgeModifier" | "isModifier"> {
  const known = new Set(table.modifiers.flatMap(({ modifiers }) => modifiers));
  const entryAt = (place: number | undefined) => (place === undefined ? undefined : table.modifiers[place]);
  const judgeModifier = (modifier: string, noun: string): ModifierVerdict | undefined => {
    const base = own(table.modifiedNouns, noun);
    if (base === undefined) return undefined;
    const bans = (own(table.classes, base)?.split(" ") ?? []).map((sense) =>
      entryAt(own(table.byClass, `${modifier} ${sense}`)),
    );
    const [first] = bans;
    const isWrong = first !== undefined && bans.every((each) => each !== undefined && !each.except.includes(base));
    const entry = entryAt(own(table.byNoun, `${modifier} ${base}`)) ?? (isWrong ? first : undefined);
    return entry === undefined ? undefined : { noun: base, because: entry.because, repairs: entry.repairs };
  };
  return { judgeModifier, isModifier: (word) => known.has(word) };
}

/** Look-ups of words that do not go together. */
export const indexCollocations = (table: CollocationTable): CollocationIndex => ({
  ...verbJudge(table),
  ...modifierJudge(table),
});
