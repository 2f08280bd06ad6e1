import { type Drawer, type Drawn, drawnGroups, openSection } from "../text/drawer.ts";
import type { Checked, Zod } from "../text/schema.ts";

/** How the words of a row are used. */
const USES = ["verb", "noun", "adjective"] as const;
export type Use = (typeof USES)[number];

const row = (z: Zod) =>
  z.strictObject({
    /** The word of the source language, in its own script. */
    of: z.string().min(1),
    use: z.enum(USES),
    /** The English words it stands for, in their base form. */
    words: z.array(z.string().regex(/^[a-z]+$/u, "a word in lower case, in its base form")).min(2),
  });

/** One file of words that cover several English ones, so that a machine may take the wrong one. */
export const confusionFile = (z: Zod) =>
  z.strictObject({
    language: z.string().regex(/^[a-z]{2,3}$/u),
    source: z.string(),
    rows: z.array(row(z)).min(1),
  });

/** A checked file of confusions. */
export type ConfusionFile = Checked<typeof confusionFile>;

/** An English word that a word of another language may stand for as well. */
export interface Confused {
  readonly word: string;
  /** The word that covers both, and its language. */
  readonly of: string;
  readonly language: string;
}

/** Looks up what a word may have been confused with. */
export interface Confusions {
  /** For texts from a language only its own rows count; without one, all. */
  readonly confusedWith: (use: Use, word: string, language: string | undefined) => readonly Confused[];
}

/** Files confusions for a drawer: under `confusion USE WORD` the words it may have been confused with, as JSON. */
export function fileConfusions(files: readonly ConfusionFile[]): readonly Drawn[] {
  const pairs = files.flatMap(({ language, rows }) =>
    rows.flatMap(({ of, use, words }) =>
      words.flatMap((wrong) =>
        words.filter((word) => word !== wrong).map((word) => ({ key: `${use} ${wrong}`, word, of, language })),
      ),
    ),
  );
  return drawnGroups(
    "confusion",
    pairs,
    ({ key }) => key,
    (group) => group.map(({ word, of, language }): Confused => ({ word, of, language })),
  );
}

const NOTHING: readonly Confused[] = [];

/** Opens confusions that `fileConfusions` has filed. */
export function openConfusions(drawer: Drawer): Confusions {
  const filed = openSection<readonly Confused[], readonly Confused[]>(drawer, "confusion", (group) => group);
  return {
    confusedWith(use, word, language) {
      const all = filed(`${use} ${word}`) ?? NOTHING;
      const own = language === undefined ? NOTHING : all.filter((each) => each.language === language);
      return own.length > 0 ? own : all;
    },
  };
}
