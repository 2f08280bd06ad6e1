import type { Checked, Zod } from "../text/schema.ts";

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
  "currency",
  "institution",
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
  "borders",
  "used-in",
  "member-of",
  "disputes",
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Points of the compass by which a neighbour may lie. */
const DIRECTIONS = ["north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"] as const;
export type Direction = (typeof DIRECTIONS)[number];

const names = (z: Zod) => z.array(z.string().min(1)).default([]);
const day = (z: Zod) =>
  z
    .union([z.string(), z.number().int().transform(String)])
    .refine((value) => /^\d{4}(-\d{2}(-\d{2})?)?$/u.test(value), "a date is YYYY, YYYY-MM or YYYY-MM-DD");

const entity = (z: Zod) =>
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/u),
    kind: z.enum(ENTITY_KINDS),
    names: z.array(z.string().min(1)).min(1),
    /** Adjectives of a place: "Afghan". */
    adjective: names(z),
    /** Nouns for its people: "Afghans". */
    people: names(z),
    acronyms: names(z),
    "foreign-acronyms": names(z),
    original: names(z),
    /** What machine translation makes of the name, wrong in any text. */
    misrendered: names(z),
    /** Literal renderings that are ordinary words elsewhere. */
    literal: names(z),
    country: z.string().optional(),
    seat: z.string().optional(),
    represents: z.string().optional(),
    continent: z.string().optional(),
    /** Other continents that it reaches into or is counted to. */
    "also-in": names(z),
    /** The languages its towns are named in: of two towns of one name, either may be meant. */
    "place-names": names(z),
    /** The name is also an ordinary word or someone else's. */
    ambiguous: z.boolean().default(false),
    /** Of a person. */
    gender: z.enum(["female", "male"]).optional(),
    born: day(z).optional(),
    died: day(z).optional(),
    source: z.string(),
  });

const relation = (z: Zod) =>
  z.strictObject({
    relation: z.enum(RELATIONS),
    subject: z.string(),
    object: z.string(),
    office: z.string().optional(),
    from: day(z).optional(),
    to: day(z).optional(),
    /** Of `borders`: where the object lies as seen from the subject, all that may fairly be said. */
    direction: z.array(z.enum(DIRECTIONS)).optional(),
    /** Of `borders`: neighbours across the sea. */
    maritime: z.boolean().optional(),
    /** Of `holds`: held for the time being. */
    acting: z.boolean().optional(),
    /** Of `holds`: several may hold it at once. */
    shared: z.boolean().optional(),
    /** Of `member-of`: some call it a member and others do not; neither is wrong. */
    loosely: z.boolean().optional(),
    source: z.string(),
  });

/** One knowledge file: where its rows come from, the things it names and how they are related. */
export const factFile = (z: Zod) =>
  z.strictObject({
    sources: z.record(z.string(), z.string()),
    entities: z.array(entity(z)).default([]),
    relations: z.array(relation(z)).default([]),
  });

export type Entity = Checked<typeof entity>;
export type RelationRow = Checked<typeof relation>;
export type FactFile = Checked<typeof factFile>;
