import type { Mention } from "../../annotate/annotated.ts";
import type { Entity } from "../../knowledge/fact.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { ask, type Detection, found } from "../detector.ts";
import { around, citiesOf, countriesOf, countryOf, mayConfuse } from "./places.ts";
import {
  type ClaimReader,
  isDistancedAt,
  isHistorical,
  mentionFrom,
  mentionUpTo,
  reworded,
  spanOf,
  wordAt,
  wordsOf,
} from "./reading.ts";

/** What a city is called after an adjective of its country. */
export const TOWNS = "city town port village metropolis resort suburb municipality airport".split(" ");
const OF_A_TOWN = new Set(
  "border port industrial coastal northern southern eastern western central southeastern southwestern northeastern northwestern market old second largest biggest main holy mountain".split(
    " ",
  ),
);

/** Whether none of the cities lies in one of the countries, nor may be taken for another of its name. */
export const liesOutside = (cities: readonly Entity[], countries: readonly Entity[], knowledge: Knowledge): boolean =>
  cities.every((city) =>
    countries.every(({ id, country: parent }) => {
      const place = around(city, knowledge);
      if (id === "united-states" || place.includes(id) || place.includes(parent ?? "")) return false;
      if (knowledge.about("former-capital-of", { subject: city.id, object: id }).length > 0) return false;
      return place.every((each) => !mayConfuse(each, id, knowledge));
    }),
  );

/** The fact that a city lies in its country. */
export const whereItLies = (city: Entity, host: Entity, knowledge: Knowledge) => ({
  kind: "fact" as const,
  statement: `${city.names[0]} is in ${host.names[0]}`,
  source: knowledge.citation(city),
});

/** “the DEMONYM [port] city [of] CITY” where the city is another country's. */
export const demonym: ClaimReader = function* ({ target: sentence, hits }, knowledge): Iterable<Detection> {
  if (isHistorical(sentence)) return;
  for (const { start: town } of hits) {
    let from = town;
    while (town - from < 3 && OF_A_TOWN.has(wordAt(sentence, from - 1))) from -= 1;
    const isPossessive = wordAt(sentence, from - 1) === "'s";
    const owner = mentionUpTo(sentence, isPossessive ? from - 1 : from);
    const next = town + 1 + (["of", ","].includes(wordAt(sentence, town + 1)) ? 1 : 0);
    const city: Mention | undefined = wordAt(sentence, town + 1) === "," ? undefined : mentionFrom(sentence, next);
    if (owner?.form !== (isPossessive ? "name" : "adjective") || city === undefined) continue;
    const [countries, cities] = [countriesOf(owner), citiesOf(city)];
    const host = cities[0] === undefined ? undefined : countryOf(cities[0], knowledge);
    if (countries[0] === undefined || cities[0] === undefined || host === undefined) continue;
    if (!liesOutside(cities, countries, knowledge) || isDistancedAt(sentence, owner.start, city.end)) continue;
    const [named] = isPossessive ? host.names : host.adjective;
    const { 0: country } = countries;
    const lying = whereItLies(cities[0], host, knowledge);
    yield found(
      spanOf(sentence, owner.start, city.end),
      { city: wordsOf(sentence, city.start, city.end), country: country.names[0] ?? "", host: host.names[0] ?? "" },
      {
        suggest: () =>
          named === undefined
            ? []
            : [ask(reworded(sentence, [owner.start, city.end], [[owner, named]]), `${lying.statement}.`)],
        clues: () => [lying],
      },
    );
  }
};
