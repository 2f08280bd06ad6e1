import type { Entity } from "./fact.ts";

/** The field of an entity that holds its names of each form. */
export const NAMES_FIELD = {
  name: "names",
  adjective: "adjective",
  people: "people",
  acronym: "acronyms",
  misrendered: "misrendered",
} as const satisfies Readonly<Record<string, keyof Entity>>;

/** How a name stands for its entity. */
export type NameForm = keyof typeof NAMES_FIELD;

/** The first letters and digits of a name or a token: the key under which names are filed. */
export const nameKey = (text: string): string => /^[\p{L}\p{N}]+/u.exec(text)?.[0] ?? "";

/** The key a surname is filed under: small letters without accents. */
export const surnameKey = (name: string): string =>
  name
    .slice(name.lastIndexOf(" ") + 1)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
