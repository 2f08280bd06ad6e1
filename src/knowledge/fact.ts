import { z } from "zod";

/** What kinds of thing the knowledge names. */
export const ENTITY_KINDS = [
  "country",
  "territory",
  "region",
  "city",
  "metonym",
  "armed-group",
  "party",
  "government",
  "organisation",
  "agency",
  "person",
] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** How two entities may be related. */
export const RELATIONS = [
  "capital-of",
  "former-capital-of",
  "seat-of-government",
  "governs",
  "opposes",
  "active-in",
  "founded",
  "leads",
  "holds",
  "affiliated-with",
] as const;
export type Relation = (typeof RELATIONS)[number];

const names = z.array(z.string().min(1)).default([]);
const day = z
  .union([z.string(), z.number().int().transform(String)])
  .refine((value) => /^\d{4}(-\d{2}(-\d{2})?)?$/u.test(value), "a date is YYYY, YYYY-MM or YYYY-MM-DD");

const entity = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/u),
  kind: z.enum(ENTITY_KINDS),
  names: z.array(z.string().min(1)).min(1),
  /** Adjectives of a place: "Afghan". */
  adjective: names,
  /** Nouns for its people: "Afghans". */
  people: names,
  acronyms: names,
  "foreign-acronyms": names,
  original: names,
  /** What machine translation makes of the name, wrong in any text. */
  misrendered: names,
  /** Literal renderings that are ordinary words elsewhere. */
  literal: names,
  country: z.string().optional(),
  seat: z.string().optional(),
  represents: z.string().optional(),
  continent: z.string().optional(),
  /** The name is also an ordinary word or someone else's. */
  ambiguous: z.boolean().default(false),
  source: z.string(),
});

const relation = z.strictObject({
  relation: z.enum(RELATIONS),
  subject: z.string(),
  object: z.string(),
  office: z.string().optional(),
  from: day.optional(),
  to: day.optional(),
  source: z.string(),
});

/** One knowledge file: where its rows come from, the things it names and how they are related. */
export const factFile = z.strictObject({
  sources: z.record(z.string(), z.string()),
  entities: z.array(entity).default([]),
  relations: z.array(relation).default([]),
});

export type Entity = Readonly<z.infer<typeof entity>>;
export type RelationRow = Readonly<z.infer<typeof relation>>;
export type FactFile = Readonly<z.infer<typeof factFile>>;
