import type { Sentence } from "../../annotate/annotated.ts";
import type { Entity } from "../../knowledge/fact.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { ask, type Detection, found } from "../detector.ts";
import { type ClaimReader, mentionFrom, mentionUpTo, spanOf, wordsOf } from "./reading.ts";

interface Claim {
  /** The first and the last token (exclusive) of the expansion's known name. */
  readonly start: number;
  readonly end: number;
  readonly entities: readonly Entity[];
  readonly isMisrendered: boolean;
  readonly acronym: number;
}

/** Reads "EXPANSION (ACRONYM)" where the expansion is a name of the knowledge. */
function readClaim(sentence: Sentence, open: number): Claim | undefined {
  const { tokens } = sentence;
  const acronym = tokens[open + 1];
  if (tokens[open]?.text !== "(" || tokens[open + 2]?.text !== ")" || acronym === undefined) return undefined;
  if (!/^[\p{Lu}\d-]{2,}$/u.test(acronym.text)) return undefined;
  const name = mentionUpTo(sentence, open);
  if (name === undefined || (name.form !== "name" && name.form !== "misrendered")) return undefined;
  const precededByName = /^\p{Lu}/u.test(tokens[name.start - 1]?.text ?? "") && name.start > 1;
  if (precededByName && name.form === "name") return undefined;
  return {
    start: name.start,
    end: name.end,
    entities: name.entities,
    isMisrendered: name.form === "misrendered",
    acronym: open + 1,
  };
}

/** Reads "ACRONYM (EXPANSION)". */
function readTurned(sentence: Sentence, open: number): Claim | undefined {
  const { tokens } = sentence;
  if (tokens[open]?.text !== "(" || !/^\p{Lu}{2,}$/u.test(tokens[open - 1]?.text ?? "")) return undefined;
  const name = mentionFrom(sentence, open + (tokens[open + 1]?.lower === "the" ? 2 : 1));
  if (name?.form !== "name" || tokens[name.end]?.text !== ")" || name.end - name.start < 2) return undefined;
  return { start: name.start, end: name.end, entities: name.entities, isMisrendered: false, acronym: open - 1 };
}

/** “Somalia (AUSSOM)” names the place of a mission, not what its letters stand for. */
const isPlace = ({ kind }: Entity): boolean => ["country", "territory", "region", "city"].includes(kind);

const has = (entity: Entity, acronym: string): boolean =>
  entity.acronyms.includes(acronym) || entity.original.includes(acronym) || entity.names.includes(acronym);

/** An acronym that is another organisation's, another language's, or stands behind a garbled name. */
export const acronym: ClaimReader = function* ({ target: sentence }, knowledge: Knowledge): Iterable<Detection> {
  for (const [open] of sentence.tokens.entries()) {
    const claim = readClaim(sentence, open) ?? readTurned(sentence, open);
    if (claim === undefined || claim.entities.some(isPlace)) continue;
    const written = sentence.tokens[claim.acronym]?.text ?? "";
    const [entity] = claim.entities.filter(({ acronyms }) => acronyms.length > 0);
    const [short] = entity?.acronyms ?? [];
    const name = wordsOf(sentence, claim.start, claim.end);
    if (entity === undefined || short === undefined || claim.entities.some((each) => has(each, written))) continue;
    const isForeign = entity["foreign-acronyms"].includes(written);
    const owner = knowledge.withAcronym(written).find(({ id }) => id !== entity.id);
    if (!isForeign && owner === undefined) continue;
    const slots = {
      acronym: written,
      name,
      right: short,
      owner: isForeign ? "another language" : (owner?.names[0] ?? ""),
    };
    yield found(spanOf(sentence, claim.acronym, claim.acronym + 1), slots, {
      suggest: () => [ask(short, `${entity.names[0]} is abbreviated ${short}.`)],
      clues: () => [
        {
          kind: "fact",
          statement: `${entity.names[0]} is abbreviated ${entity.acronyms.join(" or ")}`,
          source: knowledge.citation(entity),
        },
        ...(owner === undefined || isForeign
          ? []
          : [
              {
                kind: "fact" as const,
                statement: `${written} is ${owner.names[0]}`,
                source: knowledge.citation(owner),
              },
            ]),
      ],
    });
  }
};
