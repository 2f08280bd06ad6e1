import type { Sentence } from "../../annotate/annotated.ts";
import type { Entity } from "../../knowledge/fact.ts";
import { holdsOn, type Knowledge } from "../../knowledge/knowledge.ts";
import { ask, type Candidate, type Detection, found } from "../detector.ts";
import { type ClaimReader, entitiesOf, isDistancedAt, mentionFrom, spanOf, wordAt, wordsOf } from "./reading.ts";

const OF_ITS_RULE =
  /^(?:'s|leader\w*|commanders?|rule|rulers?|control|governors?|government|authorit\w+|faction\w*|regime|officials?|administration|courts?|tax\w*)$/u;
const WHOLE = new Set(["country", "territory", "region"]);

const governsOn = (group: Entity, knowledge: Knowledge, day: string | undefined): boolean =>
  knowledge
    .about("governs", { subject: group.id })
    .some((row) => holdsOn(row, day) && WHOLE.has(knowledge.entity(row.object)?.kind ?? ""));

/** Where an insurgency begins in the sentence: with its adjectives, or with whose it is said to be. */
function beginning(sentence: Sentence, noun: number): number {
  let start = noun;
  while (
    start > 0 &&
    sentence.tokens[start - 1]?.partOfSpeech === "ADJ" &&
    !/^\p{Lu}/u.test(sentence.tokens[start - 1]?.text ?? "")
  )
    start -= 1;
  return start;
}

function repairs(
  sentence: Sentence,
  noun: number,
  start: number,
  group: string,
  opposed: Entity | undefined,
): readonly Candidate[] {
  const words = wordsOf(sentence, start, noun + 1);
  const whose = wordAt(sentence, start - 1);
  if (whose === "'s") return [];
  const against =
    opposed === undefined
      ? []
      : [`${words} by ${group} against the ${opposed.adjective[0] ?? opposed.names[0]} government`];
  return [`${words} of ${group}`, `${words} by ${group}`, ...against].map((repair) =>
    ask(repair, "The group is the one that rises up."),
  );
}

/** An insurgency, rebellion or coup against the very group that fights it. */
export const uprising: ClaimReader = function* ({ target: sentence, document, hits }, knowledge): Iterable<Detection> {
  for (const { start: noun } of hits) {
    if (wordAt(sentence, noun + 1) !== "against") continue;
    const hasArticle = wordAt(sentence, noun + 2) === "the";
    const mention = mentionFrom(sentence, noun + (hasArticle ? 3 : 2));
    const groups = mention === undefined ? [] : entitiesOf(mention, ["armed-group"]);
    const [group] = groups;
    if (mention === undefined || group === undefined || groups.length !== mention.entities.length) continue;
    if (OF_ITS_RULE.test(wordAt(sentence, mention.end))) continue;
    const { date } = document.document;
    if (groups.some((each) => governsOn(each, knowledge, date))) continue;
    const row = groups.flatMap(({ id }) => knowledge.about("opposes", { subject: id }))[0];
    if (row === undefined) continue;
    const start = beginning(sentence, noun);
    if (isDistancedAt(sentence, start, mention.end)) continue;
    const name = wordsOf(sentence, noun + 2, mention.end);
    const opposed = knowledge.entity(row.object);
    yield found(
      spanOf(sentence, start, mention.end),
      { claim: wordsOf(sentence, start, mention.end), group: group.names[0] ?? "", uprising: wordAt(sentence, noun) },
      {
        suggest: () => repairs(sentence, noun, start, name, opposed?.kind === "country" ? opposed : undefined),
        clues: () => [
          {
            kind: "fact",
            statement: `${group.names[0]} fights ${opposed?.names[0] ?? "the state"}${row.from === undefined ? "" : ` since ${row.from.slice(0, 4)}`}`,
            source: knowledge.citation(row),
          },
        ],
      },
    );
  }
};
