import type { Checked, Zod } from "../text/schema.ts";

const word = (z: Zod) => z.string().regex(/^[a-z][a-z-]*$/u, "a word in lower case, in its base form");
const words = (z: Zod) => z.array(word(z)).min(1);
const repairs = (z: Zod) => z.record(z.string(), z.array(z.string().min(1)).min(1)).default({});

const thing = (z: Zod) =>
  z.strictObject({
    /** Verbs the nouns normally take, best repair first. */
    "goes-with": z.array(z.string().regex(/^[a-z][a-z -]*$/u)).min(1),
    nouns: words(z),
  });

const verbEntry = (z: Zod) =>
  z
    .strictObject({
      verbs: words(z),
      /** Classes, or groups of classes, that are no object of these verbs in any sense. */
      never: z.array(word(z)).default([]),
      /** For verbs of narrow use, the only classes or groups that are; all others are none. */
      only: z.array(word(z)).default([]),
      /** Nouns of those classes that do go. */
      except: z.array(word(z)).default([]),
      /** Words that make it right when one of them follows soon after the object. */
      unless: z.array(word(z)).default([]),
      because: z.string().min(1),
      /** Repairs for a class that come before its own. */
      repairs: repairs(z),
    })
    .refine(({ never, only }) => never.length > 0 !== only.length > 0, "give either `never` or `only`");

const modifierEntry = (z: Zod) =>
  z.strictObject({
    modifiers: words(z),
    /** Head nouns the modifiers never stand before. */
    nouns: z.array(word(z)).default([]),
    /** Classes, or groups of classes, of such nouns. */
    classes: z.array(word(z)).default([]),
    except: z.array(word(z)).default([]),
    because: z.string().min(1),
    /** Whole phrases: `{noun}` and `{modifier}` are the words as they stand, `~word` takes the number of the noun. */
    repairs: z.array(z.string().min(1)).max(5).default([]),
  });

/** One file of words that do not go together. */
export const collocationFile = (z: Zod) =>
  z.strictObject({
    /** Names for several classes at once. */
    groups: z.record(word(z), words(z)).default({}),
    /** Classes of nouns. A noun of several senses stands in several classes. */
    things: z.record(word(z), thing(z)).default({}),
    verbs: z.array(verbEntry(z)).default([]),
    modifiers: z.array(modifierEntry(z)).default([]),
  });

export type CollocationFile = Checked<typeof collocationFile>;
