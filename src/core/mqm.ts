/** Dimensions and categories of MQM Core (https://themqm.org), plus the `custom` ones of this tool. */
const MQM = {
  terminology: ["inconsistent-with-resource", "inconsistent-use", "wrong-term"],
  accuracy: [
    "mistranslation",
    "overtranslation",
    "undertranslation",
    "addition",
    "omission",
    "do-not-translate",
    "untranslated",
  ],
  "linguistic-conventions": [
    "grammar",
    "punctuation",
    "spelling",
    "unintelligible",
    "character-encoding",
    "duplication",
    "textual-conventions",
    "coherence",
    "cohesion",
  ],
  style: ["awkward", "unidiomatic", "register", "inconsistent"],
  "locale-conventions": [
    "number",
    "currency",
    "measurement",
    "time",
    "date",
    "name",
    "address",
    "telephone",
    "shortcut",
  ],
  "audience-appropriateness": ["culture-specific-reference", "offensive"],
  "design-and-markup": ["markup-tag", "truncation", "missing-text", "link", "layout"],
  custom: ["non-translation", "source-error", "boilerplate"],
} as const;

export type Dimension = keyof typeof MQM;
export type Category = { [D in Dimension]: `${D}/${(typeof MQM)[D][number]}` }[Dimension];

/** All dimensions in MQM's order. */
export const DIMENSIONS = Object.keys(MQM) as readonly Dimension[];

/** All categories, each as `dimension/category`. */
export const CATEGORIES = DIMENSIONS.flatMap((dimension) =>
  MQM[dimension].map((category) => `${dimension}/${category}`),
) as readonly Category[];
