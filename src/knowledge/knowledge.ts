import type { Entity, Relation, RelationRow } from "./fact.ts";
import type { NameForm } from "./name.ts";
import type { FiledName, KnowledgeTable } from "./table.ts";

/** One spelling and all entities it may stand for. */
export interface NameEntry {
  readonly text: string;
  readonly form: NameForm;
  readonly entities: readonly Entity[];
}

/** Facts about the world, looked up. */
export interface Knowledge {
  readonly entity: (id: string) => Entity | undefined;
  readonly entities: () => readonly Entity[];
  /** Rows of one relation, by subject, by object or both. */
  readonly about: (
    relation: Relation,
    ends: { readonly subject?: string; readonly object?: string },
  ) => readonly RelationRow[];
  /** Names whose first letters and digits are `key`, longest first. */
  readonly namesFrom: (key: string) => readonly NameEntry[];
  /** Names of persons in which a long word has this skeleton of consonants. */
  readonly personsSounding: (skeleton: string) => readonly string[];
  /** Where a row comes from, in words. */
  readonly citation: (row: { readonly source: string }) => string;
}

const NOTHING: readonly never[] = [];

/** Looks into a drawer of JSON, each entry of which is read once. */
function reader<Item, Filed>(
  drawer: Readonly<Record<string, string>>,
  make: (filed: Filed) => Item,
): (key: string) => Item | undefined {
  const known = new Map<string, Item>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || !Object.hasOwn(drawer, key)) return before;
    const filed: Filed = JSON.parse(drawer[key] ?? "null");
    const item = make(filed);
    known.set(key, item);
    return item;
  };
}

/** Opens the knowledge for look-up. */
export function openKnowledge(table: KnowledgeTable): Knowledge {
  const asIs = <Item>(item: Item): Item => item;
  const entity = reader<Entity, Entity>(table.entities, (told) => ({ ...table.blank, ...told }));
  const rowsBySubject = reader<readonly RelationRow[], readonly RelationRow[]>(table.bySubject, asIs);
  const rowsByObject = reader<readonly RelationRow[], readonly RelationRow[]>(table.byObject, asIs);
  const names = reader<readonly NameEntry[], readonly FiledName[]>(table.names, (filed) =>
    filed.map(([text, form, ids]) => ({ text, form, entities: ids.flatMap((id) => entity(id) ?? []) })),
  );
  const persons = reader<readonly string[], readonly string[]>(table.personsBySound, asIs);
  return {
    entity,
    entities: () => Object.keys(table.entities).flatMap((id) => entity(id) ?? []),
    about: (relation, { subject, object }) => {
      if (subject === undefined) return rowsByObject(`${relation} ${object}`) ?? NOTHING;
      const rows = rowsBySubject(`${relation} ${subject}`) ?? NOTHING;
      return object === undefined ? rows : rows.filter((row) => row.object === object);
    },
    namesFrom: (key) => names(key) ?? NOTHING,
    personsSounding: (skeleton) => persons(skeleton) ?? NOTHING,
    citation: ({ source }) => table.sources[source] ?? source,
  };
}

/** Whether a row holds on `day` (YYYY-MM-DD). Without a day, whether it ever held: always true. */
export function holdsOn(row: RelationRow, day: string | undefined): boolean {
  if (day === undefined) return true;
  const from = row.from ?? "0000";
  const to = row.to ?? "9999";
  return from <= day && (day <= to || day.startsWith(to));
}
