import { type Drawer, openSection } from "../text/drawer.ts";
import type { Entity, EntityKind, Relation, RelationRow } from "./fact.ts";
import { type NameForm, surnameKey } from "./name.ts";
import type { FiledName } from "./table.ts";

/** One spelling and all entities it may stand for. */
export interface NameEntry {
  readonly text: string;
  readonly form: NameForm;
  readonly entities: readonly Entity[];
}

/** Facts about the world, looked up. */
export interface Knowledge {
  readonly entity: (id: string) => Entity | undefined;
  readonly ofKind: (kind: EntityKind) => readonly Entity[];
  readonly withAcronym: (acronym: string) => readonly Entity[];
  /** Rows of one relation, by subject, by object or both. */
  readonly about: (
    relation: Relation,
    ends: { readonly subject?: string; readonly object?: string },
  ) => readonly RelationRow[];
  /** Names whose first letters and digits are `key`, longest first. */
  readonly namesFrom: (key: string) => readonly NameEntry[];
  /** Names of persons in which a word has this skeleton of consonants. */
  readonly personsSounding: (skeleton: string) => readonly string[];
  /** Those who hold or held an office and have this surname. */
  readonly holdersNamed: (surname: string) => readonly Entity[];
  /** Where a row comes from, in words. */
  readonly citation: (row: { readonly source: string }) => string;
}

const NOTHING: readonly never[] = [];

/** Opens knowledge that `fileFacts` has filed. */
export function openKnowledge(drawer: Drawer): Knowledge {
  const blank: Partial<Entity> = JSON.parse(drawer("blank") ?? "{}");
  const sources: Readonly<Record<string, string>> = JSON.parse(drawer("sources") ?? "{}");
  const entity = openSection<Entity, Entity>(drawer, "entity", (told) => ({ ...blank, ...told }));
  const entitiesOf = (ids: readonly string[]): readonly Entity[] => ids.flatMap((id) => entity(id) ?? []);
  const asIs = <Item>(item: Item): Item => item;
  const bySubject = openSection<readonly RelationRow[], readonly RelationRow[]>(drawer, "subject", asIs);
  const byObject = openSection<readonly RelationRow[], readonly RelationRow[]>(drawer, "object", asIs);
  const persons = openSection<readonly string[], readonly string[]>(drawer, "sound", asIs);
  const kinds = openSection<readonly Entity[], readonly string[]>(drawer, "kind", entitiesOf);
  const acronyms = openSection<readonly Entity[], readonly string[]>(drawer, "acronym", entitiesOf);
  const holders = openSection<readonly Entity[], readonly string[]>(drawer, "holder", entitiesOf);
  const names = openSection<readonly NameEntry[], readonly FiledName[]>(drawer, "name", (filed) =>
    filed.map(([text, form, ids]) => ({ text, form, entities: entitiesOf(ids) })),
  );
  return {
    entity,
    ofKind: (kind) => kinds(kind) ?? NOTHING,
    withAcronym: (acronym) => acronyms(acronym) ?? NOTHING,
    about: (relation, { subject, object }) => {
      if (subject === undefined) return byObject(`${relation} ${object}`) ?? NOTHING;
      const rows = bySubject(`${relation} ${subject}`) ?? NOTHING;
      return object === undefined ? rows : rows.filter((row) => row.object === object);
    },
    namesFrom: (key) => names(key) ?? NOTHING,
    personsSounding: (skeleton) => persons(skeleton) ?? NOTHING,
    holdersNamed: (surname) => holders(surnameKey(surname)) ?? NOTHING,
    citation: ({ source }) => sources[source] ?? source,
  };
}

/** Whether a row holds on `day` (YYYY-MM-DD). Without a day, whether it ever held: always true. */
export function holdsOn(row: RelationRow, day: string | undefined): boolean {
  if (day === undefined) return true;
  const from = row.from ?? "0000";
  const to = row.to ?? "9999";
  return from <= day && (day <= to || day.startsWith(to));
}
