import type { Mention } from "../../annotate/annotated.ts";
import type { Entity, RelationRow } from "../../knowledge/fact.ts";
import { holdsOn, type Knowledge } from "../../knowledge/knowledge.ts";

/** The country or territory an entity is or lies in. */
export const countryOf = (place: Entity, knowledge: Knowledge): Entity | undefined =>
  place.kind === "country" || place.kind === "territory" ? place : knowledge.entity(place.country ?? "");

/** A place and all it lies in. */
export function around(place: Entity, knowledge: Knowledge): readonly string[] {
  const ids: string[] = [];
  for (
    let at: Entity | undefined = place;
    at !== undefined && !ids.includes(at.id);
    at = knowledge.entity(at.country ?? "")
  )
    ids.push(at.id);
  return ids;
}

/** Whether towns of one country often bear names of the other's, or either may claim the other's. */
export function mayConfuse(one: string, other: string, knowledge: Knowledge): boolean {
  const languages = knowledge.entity(one)?.["place-names"] ?? [];
  return (
    knowledge.entity(other)?.["place-names"].some((language) => languages.includes(language)) === true ||
    knowledge.about("disputes", { subject: one, object: other }).length > 0 ||
    knowledge.about("disputes", { subject: other, object: one }).length > 0
  );
}

/** The rows by which a country's capital or seat of government is known on a day. */
export const capitalRows = (country: string, knowledge: Knowledge, day?: string): readonly RelationRow[] =>
  [
    ...knowledge.about("capital-of", { object: country }),
    ...knowledge.about("seat-of-government", { object: country }),
  ].filter((row) => holdsOn(row, day));

/** The name of a country's capital. */
export function capitalName(country: string, knowledge: Knowledge): string | undefined {
  const row = knowledge.about("capital-of", { object: country }).findLast(({ to }) => to === undefined);
  return row === undefined ? undefined : knowledge.entity(row.subject)?.names[0];
}

/** The countries whose capital a city is or was. */
export const countriesLedFrom = (city: string, knowledge: Knowledge): readonly string[] =>
  (["capital-of", "seat-of-government"] as const).flatMap((relation) =>
    knowledge.about(relation, { subject: city }).map(({ object }) => object),
  );

/** The cities a mention may stand for; none where its name is also an ordinary word or someone's. */
export function citiesOf({ entities, form }: Mention): readonly Entity[] {
  const isSure = form === "name" && entities.every(({ kind, ambiguous }) => kind === "city" && !ambiguous);
  return isSure ? entities : [];
}

/** The countries a mention may stand for; none where it may also be something else. */
export function countriesOf({ entities }: Mention): readonly Entity[] {
  const isSure = entities.every(({ kind }) => kind === "country" || kind === "territory");
  return isSure ? entities : [];
}
