import type { Mention } from "../../annotate/annotated.ts";
import type { Direction, Entity, RelationRow } from "../../knowledge/fact.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { countryOf } from "./places.ts";

/** The other end of each point of the compass. */
export const OPPOSITE: Readonly<Record<Direction, Direction>> = {
  north: "south",
  south: "north",
  east: "west",
  west: "east",
  northeast: "southwest",
  northwest: "southeast",
  southeast: "northwest",
  southwest: "northeast",
};

/** Where one country lies as seen from another; undefined where they are no neighbours, empty where nobody says. */
export function directionsFrom(from: string, to: string, knowledge: Knowledge): readonly Direction[] | undefined {
  const [own] = knowledge.about("borders", { subject: from, object: to });
  if (own !== undefined) return own.direction ?? [];
  const [other] = knowledge.about("borders", { subject: to, object: from });
  return other === undefined ? undefined : (other.direction ?? []).map((each) => OPPOSITE[each]);
}

/** The rows by which a country borders others, from either side. */
export const bordersOf = (country: string, knowledge: Knowledge): readonly RelationRow[] => [
  ...knowledge.about("borders", { subject: country }),
  ...knowledge.about("borders", { object: country }),
];

/** Whether two countries have a neighbour in common, so that either may loosely be called the other's. */
export const isOnceRemoved = (from: string, to: string, knowledge: Knowledge): boolean =>
  bordersOf(from, knowledge).some(({ subject, object }) =>
    [subject, object].some((between) => between !== from && directionsFrom(between, to, knowledge) !== undefined),
  );

/** The country that a mention names, by name, adjective, city or people, where it can be but one. */
export function countryIn({ entities }: Mention, knowledge: Knowledge): Entity | undefined {
  const [first, ...others] = entities.map((entity) => countryOf(entity, knowledge));
  return others.every((other) => other?.id === first?.id) ? first : undefined;
}

/** Whether a country may be said to lie on a side: “northern” of one that lies to the northeast. */
export const fits = (asked: string, directions: readonly string[]): boolean =>
  directions.length === 0 || directions.some((each) => each.includes(asked) || asked.includes(each));
