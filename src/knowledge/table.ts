import { soundOf } from "../text/name-spelling.ts";
import type { Entity, FactFile, RelationRow } from "./fact.ts";
import { NAMES_FIELD, type NameForm, nameKey } from "./name.ts";

/**
 * The rows of all knowledge files, filed for look-up. What a key leads to is JSON that is read when a text first
 * asks for it: a text knows a few of the thousands of names.
 */
export interface KnowledgeTable {
  /** What a field of an entity holds where nothing is said of it. */
  readonly blank: Readonly<Record<string, unknown>>;
  /** By id, without blank fields. */
  readonly entities: Readonly<Record<string, string>>;
  /** By the first letters and digits of a name: names as `[text, form, ids]`, longest first. */
  readonly names: Readonly<Record<string, string>>;
  /** Rows by `relation subject` and by `relation object`. */
  readonly bySubject: Readonly<Record<string, string>>;
  readonly byObject: Readonly<Record<string, string>>;
  /** Names of persons of several words, by the sound of each long word in them. */
  readonly personsBySound: Readonly<Record<string, string>>;
  /** What the `source` of rows stands for. */
  readonly sources: Readonly<Record<string, string>>;
}

/** A name in the table: its spelling, how it names, and whom. */
export type FiledName = readonly [text: string, form: NameForm, ids: readonly string[]];

/** The spellings under which a name is filed: as it is written, and without its accents. */
function spellingsOf(text: string): readonly string[] {
  if (/^[ -~]*$/u.test(text)) return [text];
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "");
  return plain === text ? [text] : [text, plain];
}

/** Groups items under a key each; the groups as JSON. */
function filed<Item, Filed>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  file: (items: readonly Item[]) => Filed,
): Record<string, string> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return Object.fromEntries([...groups].map(([key, group]) => [key, JSON.stringify(file(group))]));
}

interface Spelling {
  readonly text: string;
  readonly form: NameForm;
  readonly id: string;
}

const FORMS = Object.keys(NAMES_FIELD) as readonly NameForm[];

const spellings = (entity: Entity): readonly Spelling[] =>
  FORMS.flatMap((form) =>
    entity[NAMES_FIELD[form]].flatMap((name) => spellingsOf(name).map((text) => ({ text, form, id: entity.id }))),
  );

/** The names of one key: a spelling that several entities share is one name. */
function namesOf(all: readonly Spelling[]): readonly FiledName[] {
  const bySpelling = new Map<string, { text: string; form: NameForm; ids: Set<string> }>();
  for (const { text, form, id } of all) {
    const key = `${form} ${text}`;
    const known = bySpelling.get(key);
    if (known === undefined) bySpelling.set(key, { text, form, ids: new Set([id]) });
    else known.ids.add(id);
  }
  return [...bySpelling.values()]
    .sort((a, b) => b.text.length - a.text.length)
    .map(({ text, form, ids }) => [text, form, [...ids]]);
}

/** Words of a person's name that are long enough to be heard as two. */
const longWords = (name: string): readonly string[] =>
  name.includes(" ") ? name.split(" ").filter((word) => /^\p{Lu}\p{Ll}{6,}$/u.test(word)) : [];

/** A row whose source is told from those of other files. */
const inFile = <Row extends { readonly source: string }>(row: Row, file: number): Row => ({
  ...row,
  source: `${file}:${row.source}`,
});

const isBlank = (value: unknown): boolean => value === false || (Array.isArray(value) && value.length === 0);
const fieldsOf = (entities: readonly Entity[]) => entities.flatMap((entity) => Object.entries(entity));
const told = (entity: Entity) => Object.fromEntries(fieldsOf([entity]).filter(([, value]) => !isBlank(value)));

/** Files the rows of knowledge files. */
export function fileFacts(files: readonly FactFile[]): KnowledgeTable {
  const entities = files.flatMap((file, n) => file.entities.map((each) => inFile(each, n)));
  const rows = files.flatMap((file, n) => file.relations.map((each) => inFile(each, n)));
  const persons = entities.filter(({ kind }) => kind === "person").flatMap(({ names }) => names);
  const heard = persons.flatMap((name) => longWords(name).map((word) => ({ name, skeleton: soundOf(word).skeleton })));
  const whole = (group: readonly RelationRow[]) => group;
  return {
    blank: Object.fromEntries(fieldsOf(entities).filter(([, value]) => isBlank(value))),
    entities: Object.fromEntries(entities.map((entity) => [entity.id, JSON.stringify(told(entity))])),
    names: filed(
      files.flatMap((file) => file.entities.flatMap(spellings)),
      ({ text }) => nameKey(text),
      namesOf,
    ),
    bySubject: filed(rows, ({ relation, subject }) => `${relation} ${subject}`, whole),
    byObject: filed(rows, ({ relation, object }) => `${relation} ${object}`, whole),
    personsBySound: filed(
      heard,
      ({ skeleton }) => skeleton,
      (group) => group.map(({ name }) => name),
    ),
    sources: Object.fromEntries(
      files.flatMap(({ sources }, n) => Object.entries(sources).map(([key, words]) => [`${n}:${key}`, words])),
    ),
  };
}
