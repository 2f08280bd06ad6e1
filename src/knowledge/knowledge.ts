import type { Entity, FactFile, Relation, RelationRow } from "./fact.ts";

/** How a name stands for its entity. */
export type NameForm = "name" | "adjective" | "people" | "acronym" | "misrendered";

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

function spellings(entity: Entity): readonly (readonly [NameForm, string])[] {
  const forms: readonly (readonly [NameForm, readonly string[]])[] = [
    ["name", entity.names],
    ["adjective", entity.adjective],
    ["people", entity.people],
    ["acronym", entity.acronyms],
    ["misrendered", entity.misrendered],
  ];
  return forms.flatMap(([form, texts]) =>
    texts.flatMap((text) => spellingsOf(text).map((spelling) => [form, spelling] as const)),
  );
}

function indexNames(entities: readonly Entity[]): ReadonlyMap<string, readonly NameEntry[]> {
  const bySpelling = new Map<string, { text: string; form: NameForm; entities: Entity[] }>();
  for (const entity of entities)
    for (const [form, text] of spellings(entity)) {
      const key = `${form} ${text}`;
      const known = bySpelling.get(key);
      if (known === undefined) bySpelling.set(key, { text, form, entities: [entity] });
      else if (!known.entities.includes(entity)) known.entities.push(entity);
    }
  const byKey = new Map<string, NameEntry[]>();
  for (const entry of bySpelling.values()) {
    const key = nameKey(entry.text);
    const filed = byKey.get(key);
    if (filed === undefined) byKey.set(key, [entry]);
    else filed.push(entry);
  }
  for (const filed of byKey.values()) filed.sort((a, b) => b.text.length - a.text.length);
  return byKey;
}

const pushTo = <Key, Item>(table: Map<Key, Item[]>, key: Key, item: Item): void => {
  const row = table.get(key);
  if (row === undefined) table.set(key, [item]);
  else row.push(item);
};

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
  const sources = new Map<object, Readonly<Record<string, string>>>();
  for (const file of files) for (const row of [...file.entities, ...file.relations]) sources.set(row, file.sources);
  const names = indexNames(entities);
  return {
    entity: (id) => byId.get(id),
    entities,
    about: (relation, { subject, object }) => {
      const rows =
        (subject !== undefined ? bySubject.get(`${relation} ${subject}`) : byObject.get(`${relation} ${object}`)) ?? [];
      return object === undefined ? rows : rows.filter((row) => row.object === object);
    },
    namesFrom: (key) => names.get(key) ?? [],
    citation: (row) => sources.get(row)?.[row.source] ?? row.source,
  };
}

/** Whether a row holds on `day` (YYYY-MM-DD). Without a day, whether it ever held: always true. */
export function holdsOn(row: RelationRow, day: string | undefined): boolean {
  if (day === undefined) return true;
  const from = row.from ?? "0000";
  const to = row.to ?? "9999";
  return from <= day && (day <= to || day.startsWith(to));
}
