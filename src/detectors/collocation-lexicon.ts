import { z } from "zod";

const word = z.string().regex(/^[a-z][a-z-]*$/u, "a word in lower case, in its base form");
const words = z.array(word).min(1);
const repairs = z.record(z.string(), z.array(z.string().min(1)).min(1)).default({});

const thing = z.strictObject({
  /** Verbs the nouns normally take, best repair first. */
  "goes-with": z.array(z.string().regex(/^[a-z][a-z -]*$/u)).min(1),
  nouns: words,
});

const verbEntry = z
  .strictObject({
    verbs: words,
    /** Classes, or groups of classes, that are no object of these verbs in any sense. */
    never: z.array(word).default([]),
    /** For verbs of narrow use, the only classes or groups that are; all others are none. */
    only: z.array(word).default([]),
    /** Nouns of those classes that do go. */
    except: z.array(word).default([]),
    /** Words that make it right when one of them follows soon after the object. */
    unless: z.array(word).default([]),
    because: z.string().min(1),
    /** Repairs for a class that come before its own. */
    repairs,
  })
  .refine(({ never, only }) => never.length > 0 !== only.length > 0, "give either `never` or `only`");

const modifierEntry = z.strictObject({
  modifiers: words,
  /** Head nouns the modifiers never stand before. */
  nouns: z.array(word).default([]),
  /** Classes, or groups of classes, of such nouns. */
  classes: z.array(word).default([]),
  except: z.array(word).default([]),
  because: z.string().min(1),
  /** Whole phrases: `{noun}` and `{modifier}` are the words as they stand, `~word` takes the number of the noun. */
  repairs: z.array(z.string().min(1)).max(5).default([]),
});

/** One file of words that do not go together. */
export const collocationFile = z.strictObject({
  /** Names for several classes at once. */
  groups: z.record(word, words).default({}),
  /** Classes of nouns. A noun of several senses stands in several classes. */
  things: z.record(word, thing).default({}),
  verbs: z.array(verbEntry).default([]),
  modifiers: z.array(modifierEntry).default([]),
});

export type CollocationFile = Readonly<z.infer<typeof collocationFile>>;
