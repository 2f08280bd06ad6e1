import type { Mention, Sentence } from "../../annotate/annotated.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { ask, type Candidate, type Detection, found } from "../detector.ts";
import { type ClaimReader, isDistancedAt, spanOf, wordAt, wordsOf } from "./reading.ts";

/** Verbs whose object is somebody else; in brackets below, those that need “against” or “with”. */
const DIRECT = new Set(
  "accuse accuses accused accusing attack attacks attacked attacking invade invades invaded invading bomb bombs bombed bombing sue sues sued suing blame blames blamed blaming condemn condemns condemned threaten threatens threatened denounce denounces denounced oppose opposes opposed fight fights fought fighting shelled shells shelling urge urged urges warn warned warns ask asked asks criticise criticised criticize criticized thank thanked".split(
    " ",
  ),
);
const TOGETHER = /^(?:against|with|on|from)$/u;
const WITH_AGAINST = new Set(
  "war clashed clash clashes fought fight fights fighting battled battles lawsuit suit complaint sanctions case attack attacks talks treaty border strikes offensive campaign deal agreement".split(
    " ",
  ),
);
const AUXILIARY =
  /^(?:has|have|had|been|is|was|are|were|again|repeatedly|also|will|yesterday|on|late|openly|publicly)$/u;

interface Name {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** A capitalised name from one token on: at most four words of letters. */
function nameFrom(sentence: Sentence, start: number): Name | undefined {
  let end = start;
  while (end - start < 4 && /^\p{Lu}[\p{L}.'’]*$/u.test(sentence.tokens[end]?.text ?? "")) end += 1;
  while (/^(?:-)$/u.test(wordAt(sentence, end)) && end > start && /^\p{L}/u.test(sentence.tokens[end + 1]?.text ?? ""))
    end += 2;
  return end === start ? undefined : { start, end, words: wordsOf(sentence, start, end) };
}

const nameUpTo = (sentence: Sentence, end: number, words: string): boolean => {
  const text = wordsOf(sentence, Math.max(0, end - 8), end);
  return (
    text.endsWith(words) &&
    !/[\p{L}\p{N}.]-?\s?$/u.test(text.slice(0, -words.length).replace(/\b(?:[Tt]he|and)\s$/u, ""))
  );
};

/** Whether what follows makes the second name part of a longer one, or only an adjective: “India A”, “Ukraine fighters”. */
const goesOn = (sentence: Sentence, end: number): boolean => {
  const next = sentence.tokens[end];
  return (
    next !== undefined &&
    (next.kind === "number" ||
      /^\p{Lu}/u.test(next.text) ||
      ["'s", "-", "'", "’", "and", "&", "or"].includes(next.lower) ||
      ["NOUN", "ADJ", "PROPN"].includes(next.partOfSpeech))
  );
};

/** The name that is its own opponent from the token `verb` on, with the first token of the object. */
function opponent(sentence: Sentence, verb: number): Name | undefined {
  const word = wordAt(sentence, verb);
  let object = verb + 1;
  let subject = verb;
  if (WITH_AGAINST.has(word) && TOGETHER.test(wordAt(sentence, verb + 1))) object = verb + 2;
  else if (!DIRECT.has(word)) return undefined;
  if (wordAt(sentence, object) === "the") object += 1;
  const name = nameFrom(sentence, object) ?? lowerGroup(sentence, object);
  if (name === undefined || goesOn(sentence, name.end)) return undefined;
  const isNoun = WITH_AGAINST.has(word) && !DIRECT.has(word);
  if (isNoun)
    while (
      subject > 0 &&
      /^(?:a|an|the|declared|filed|launched|waged|imposed|new|its|full|imposes|in|opened|began|started|for|at|legal)$/u.test(
        wordAt(sentence, subject - 1),
      )
    )
      subject -= 1;
  while (subject > 0 && AUXILIARY.test(wordAt(sentence, subject - 1))) subject -= 1;
  return nameUpTo(sentence, subject, name.words) ? name : undefined;
}

/** A known group whose name begins in lower case: “al-Shabaab”. */
function lowerGroup(sentence: Sentence, start: number): Name | undefined {
  const mention: Mention | undefined = sentence.mentions.find((each) => each.start === start);
  return mention === undefined ? undefined : { start, end: mention.end, words: wordsOf(sentence, start, mention.end) };
}

/** “between NAME and NAME”. */
function between(sentence: Sentence, at: number): Name | undefined {
  const first = nameFrom(sentence, at + 1);
  if (first === undefined || wordAt(sentence, first.end) !== "and") return undefined;
  const second = nameFrom(sentence, first.end + 1);
  return second?.words === first.words && !goesOn(sentence, second.end) ? second : undefined;
}

/** Those known to fight a country or group, or to be fought by it. */
function opponents(sentence: Sentence, name: Name, knowledge: Knowledge): readonly string[] {
  const mention = sentence.mentions.find(({ start }) => start === name.start);
  const rows = (mention?.entities ?? []).flatMap(({ id }) => [
    ...knowledge.about("opposes", { subject: id }).map(({ object }) => object),
    ...knowledge.about("opposes", { object: id }).map(({ subject }) => subject),
  ]);
  return rows.flatMap((id) => knowledge.entity(id)?.names[0] ?? []);
}

const MOST_OTHERS = 4;

/** The other names of the sentence and of the knowledge that could have been meant. */
function others(sentence: Sentence, name: Name, knowledge: Knowledge): readonly Candidate[] {
  const named = sentence.mentions.filter(
    ({ start, end, form }) => form === "name" && (end <= name.start || start >= name.end),
  );
  const words = named.map(({ start, end }) => wordsOf(sentence, start, end)).filter((each) => each !== name.words);
  const here = [...new Set(words)]
    .slice(0, 2)
    .map((each) => ask(each, "Another name in this sentence; ask the source."));
  const known = opponents(sentence, name, knowledge).map((each) => ask(each, "A known opponent; ask the source."));
  return [...here, ...known].slice(0, MOST_OTHERS);
}

/** Whether a name is that of two countries: “Korea”. */
const isDivided = (sentence: Sentence, { start }: Name): boolean =>
  sentence.mentions.some(
    (mention) => mention.start === start && mention.entities.filter(({ kind }) => kind === "country").length > 1,
  );

/** A country, group or firm that fights, accuses or sues itself. */
export const selfOpposition: ClaimReader = function* ({ target: sentence, hits }, knowledge): Iterable<Detection> {
  for (const { start } of hits) {
    const name = wordAt(sentence, start) === "between" ? between(sentence, start) : opponent(sentence, start);
    if (name === undefined || isDivided(sentence, name) || isDistancedAt(sentence, start, name.end)) continue;
    yield found(
      spanOf(sentence, start, name.end),
      { name: name.words, claim: wordsOf(sentence, start, name.end) },
      {
        suggest: () =>
          others(sentence, name, knowledge).map(({ words, why }) =>
            ask(wordsOf(sentence, start, name.start) + gap(sentence, name) + words, why),
          ),
      },
    );
  }
};

const gap = (sentence: Sentence, { start }: Name): string => (sentence.tokens[start]?.spaceBefore === true ? " " : "");

export const OPPOSING = [...new Set([...DIRECT, ...WITH_AGAINST, "between"])];
