import { ask, type Detection, found } from "../detector.ts";
import { countriesOf } from "./places.ts";
import {
  type ClaimReader,
  isDistancedAt,
  isHistorical,
  mentionFrom,
  reworded,
  spanOf,
  wordAt,
  wordsOf,
} from "./reading.ts";

/** A parliament or other body with a name of its own, said to be another country's: “the Israeli Bundestag”. */
export const institution: ClaimReader = function* ({ target: sentence }, knowledge): Iterable<Detection> {
  for (const owner of sentence.mentions) {
    const isPossessive = owner.form === "name" && wordAt(sentence, owner.end) === "'s";
    if (owner.form !== "adjective" && !isPossessive) continue;
    const body = mentionFrom(sentence, owner.end + (isPossessive ? 1 : 0));
    const [entity] = body?.entities ?? [];
    const countries = countriesOf(owner);
    const [country] = countries;
    const host = knowledge.entity(entity?.represents ?? "");
    if (body === undefined || entity?.kind !== "institution" || country === undefined || host === undefined) continue;
    if (countries.some(({ id }) => id === host.id) || isHistorical(sentence)) continue;
    if (isDistancedAt(sentence, owner.start, body.end)) continue;
    const own = () => knowledge.ofKind("institution").find(({ represents }) => represents === country.id);
    const [hostName] = isPossessive ? host.names : host.adjective;
    const range = [owner.start, body.end] as const;
    yield found(
      spanOf(sentence, owner.start, body.end),
      { body: wordsOf(sentence, body.start, body.end), host: host.names[0] ?? "", country: country.names[0] ?? "" },
      {
        suggest: () => [
          ...(hostName === undefined
            ? []
            : [ask(reworded(sentence, range, [[owner, hostName]]), `It is a body of ${host.names[0]}.`)]),
          ...(own()?.names.slice(0, 1) ?? []).map((name) =>
            ask(reworded(sentence, range, [[body, name]]), `The body of ${country.names[0]}.`),
          ),
        ],
        clues: () => [
          {
            kind: "fact",
            statement: `The ${entity.names[0]} is a body of ${host.names[0]}`,
            source: knowledge.citation(entity),
          },
        ],
      },
    );
  }
};
