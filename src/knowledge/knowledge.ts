import type { Entity, FactFile, Relation, RelationRow } from "./fact.ts";

/** How a name stands for its entity. */
export type NameForm = "name" | "adjective" | "people" | "acronym" | "misrendered";

const NAMES_FIELD = {
  name: "names",
  adjective: "adjective",
  people: "people",
  acronym: "acronyms",
  misrendered: "misrendered",
} as const satisfies Readonly<Record<NameForm, keyof Entity>>;
const NAME_FORMS = Object.keys(NAMES_FIELD) as readonly NameForm[];

/** One spelling and all entities it may stand for. */
export interface NameEntry {
  readonly text: string;
  readonly form: NameForm;
  readonly entities: readonly Entity[];
}

/** Facts about the world, indexed. */
export interface Knowledge {
  readonly entity: (id: string) => Entity | undefined;
  readonly entities: readonly Entity[];
  /** Rows of one relation, by subject, by object or both. */
  readonly about: (
    relation: Relation,
    ends: { readonly subject?: string; readonly object?: string },
  ) => readonly RelationRow[];
  /** Names whose first letters and digits are `key`, longest first. */
  readonly namesFrom: (key: string) => readonly NameEntry[];
  /** Where a row comes from, in words. */
  readonly citation: (row: { readonly source: string }) => string;
}

/** The first letters and digits of a name or a token: the key under which names are filed. */
export const nameKey = (text: string): string => /^[\p{L}\p{N}]+/u.exec(text)?.[0] ?? "";

/** The spellings under which a name is filed: as it is written, and without its accents. */
function spellingsOf(text: string): readonly string[] {
  if (/^[ -~]*$/u.test(text)) return [text];
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "");
  return plain === text ? [text] : [text, plain];
}

interface Filed {
  readonly form: NameForm;
  readonly text: string;
  readonly entity: Entity;
}

function* namesOf(entity: Entity): Iterable<Filed> {
  for (const form of NAME_FORMS)
    for (const name of entity[NAMES_FIELD[form]]) for (const text of spellingsOf(name)) yield { form, text, entity };
}

/** The entries of one key: a spelling that is filed for several entities is one entry. */
function entriesFrom(filed: readonly Filed[]): readonly NameEntry[] {
  const bySpelling = new Map<string, { text: string; form: NameForm; entities: Entity[] }>();
  for (const { form, text, entity } of filed) {
    const key = `${form} ${text}`;
    const known = bySpelling.get(key);
    if (known === undefined) bySpelling.set(key, { text, form, entities: [entity] });
    else if (!known.entities.includes(entity)) known.entities.push(entity);
  }
  return [...bySpelling.values()].sort((a, b) => b.text.length - a.text.length);
}

/** Files all names by key; the entries of a key are worked out when a text first has it. */
function indexNames(entities: readonly Entity[]): (key: string) => readonly NameEntry[] {
  const filed = new Map<string, Filed[]>();
  for (const entity of entities) for (const name of namesOf(entity)) pushTo(filed, nameKey(name.text), name);
  const known = new Map<string, readonly NameEntry[]>();
  return (key) => {
    const names = filed.get(key);
    if (names === undefined) return NO_NAMES;
    const entries = known.get(key) ?? entriesFrom(names);
    known.set(key, entries);
    return entries;
  };
}

const NO_NAMES: readonly NameEntry[] = [];

const pushTo = <Key, Item>(table: Map<Key, Item[]>, key: Key, item: Item): void => {
  const row = table.get(key);
  if (row === undefined) table.set(key, [item]);
  else row.push(item);
};

/** The sources of the file a row stands in. */
function sourcesOf(files: readonly FactFile[], row: object): FactFile["sources"] {
  const holds = (rows: readonly object[]): boolean => rows.includes(row);
  return files.find(({ entities, relations }) => holds(entities) || holds(relations))?.sources ?? {};
}

/** Indexes the rows of all knowledge files. */
export function indexKnowledge(files: readonly FactFile[]): Knowledge {
  const entities = files.flatMap((file) => file.entities);
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const bySubject = new Map<string, RelationRow[]>();
  const byObject = new Map<string, RelationRow[]>();
  for (const row of files.flatMap((file) => file.relations)) {
    pushTo(bySubject, `${row.relation} ${row.subject}`, row);
    pushTo(byObject, `${row.relation} ${row.object}`, row);
  }
  const names = indexNames(entities);
  return {
    entity: (id) => byId.get(id),
    entities,
    about: (relation, { subject, object }) => {
      const rows =
        (subject !== undefined ? bySubject.get(`${relation} ${subject}`) : byObject.get(`${relation} ${object}`)) ?? [];
      return object === undefined ? rows : rows.filter((row) => row.object === object);
    },
    namesFrom: names,
    citation: (row) => sourcesOf(files, row)[row.source] ?? row.source,
  };
}

/** Whether a row holds on `day` (YYYY-MM-DD). Without a day, whether it ever held: always true. */
export function holdsOn(row: RelationRow, day: string | undefined): boolean {
  if (day === undefined) return true;
  const from = row.from ?? "0000";
  const to = row.to ?? "9999";
  return from <= day && (day <= to || day.startsWith(to));
}
