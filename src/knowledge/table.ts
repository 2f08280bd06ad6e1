import { type Drawn, drawnGroups } from "../text/drawer.ts";
import { soundOf } from "../text/name-spelling.ts";
import type { Entity, FactFile, RelationRow } from "./fact.ts";
import { NAMES_FIELD, type NameForm, nameKey, surnameKey } from "./name.ts";

/** A filed name: its spelling, how it names, and whom. */
export type FiledName = readonly [text: string, form: NameForm, ids: readonly string[]];

/** The spellings under which a name is filed: as it is written, and without its accents. */
function spellingsOf(text: string): readonly string[] {
  if (/^[ -~]*$/u.test(text)) return [text];
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "");
  return plain === text ? [text] : [text, plain];
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

/** A row whose source is told from those of other files. */
const inFile = <Row extends { readonly source: string }>(row: Row, file: number): Row => ({
  ...row,
  source: `${file}:${row.source}`,
});

const isBlank = (value: unknown): boolean => value === false || (Array.isArray(value) && value.length === 0);
const fieldsOf = (entities: readonly Entity[]) => entities.flatMap((entity) => Object.entries(entity));
const told = (entity: Entity) => Object.fromEntries(fieldsOf([entity]).filter(([, value]) => !isBlank(value)));

/**
 * Files the rows of knowledge files for a drawer, what a key leads to as JSON:
 * `blank` what a field of an entity holds where nothing is said of it, `sources` what the `source` of rows stands for,
 * `entity ID` without blank fields, `kind KIND` ids, `acronym TEXT` ids, `name KEY` names by their first letters and digits, longest first,
 * `subject RELATION ID` and `object RELATION ID` rows, `sound SKELETON` names of persons by the sound of each word in them.
 */
export function fileFacts(files: readonly FactFile[]): readonly Drawn[] {
  const entities = files.flatMap((file, n) => file.entities.map((each) => inFile(each, n)));
  const rows = files.flatMap((file, n) => file.relations.map((each) => inFile(each, n)));
  const persons = entities.filter(({ kind }) => kind === "person").flatMap(({ names }) => names);
  const heard = persons.flatMap((name) => name.split(" ").map((word) => ({ name, skeleton: soundOf(word).skeleton })));
  const short = entities.flatMap(({ id, acronyms }) => acronyms.map((acronym) => ({ id, acronym })));
  const holders = new Set(rows.filter(({ relation }) => relation === "holds").map(({ subject }) => subject));
  const surnames = entities
    .filter(({ id }) => holders.has(id))
    .flatMap(({ id, names }) => [...new Set(names.map(surnameKey))].map((surname) => ({ id, surname })));
  const ids = (group: readonly { readonly id: string }[]) => group.map(({ id }) => id);
  const whole = (group: readonly RelationRow[]) => group;
  const blank = Object.fromEntries(fieldsOf(entities).filter(([, value]) => isBlank(value)));
  const sources = files.flatMap((file, n) =>
    Object.entries(file.sources).map(([key, words]) => [`${n}:${key}`, words] as const),
  );
  return [
    ["blank", JSON.stringify(blank)],
    ["sources", JSON.stringify(Object.fromEntries(sources))],
    ...entities.map((entity): Drawn => [`entity ${entity.id}`, JSON.stringify(told(entity))]),
    ...drawnGroups("kind", entities, ({ kind }) => kind, ids),
    ...drawnGroups("holder", surnames, ({ surname }) => surname, ids),
    ...drawnGroups("acronym", short, ({ acronym }) => acronym, ids),
    ...drawnGroups(
      "name",
      files.flatMap((file) => file.entities.flatMap(spellings)),
      ({ text }) => nameKey(text),
      namesOf,
    ),
    ...drawnGroups("subject", rows, ({ relation, subject }) => `${relation} ${subject}`, whole),
    ...drawnGroups("object", rows, ({ relation, object }) => `${relation} ${object}`, whole),
    ...drawnGroups(
      "sound",
      heard,
      ({ skeleton }) => skeleton,
      (group) => [...new Set(group.map(({ name }) => name))],
    ),
  ];
}
