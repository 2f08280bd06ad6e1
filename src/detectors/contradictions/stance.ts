import type { Sentence } from "../../annotate/annotated.ts";
import { inflect } from "../../text/inflect.ts";
import { spanOf, wordsOf } from "../claims/reading.ts";
import { ask, type LocatedDetection } from "../detector.ts";
import { formAt } from "../rewording.ts";
import { type Clause, clauseAt } from "./clauses.ts";
import { against, type DocumentReader, isTitle, type Place, placesOf, tellsChange, wordsIn } from "./reading.ts";

/** Verbs of yes and no, with the one to put in the other's place. */
const YES =
  "support:oppose back:oppose endorse:oppose favour:oppose favor:oppose accept:reject approve:reject welcome:reject agree:refuse demand:refuse ratify:reject praise:condemn confirm:deny admit:deny acknowledge:deny";
const NO = "oppose:support reject:accept refuse:accept decline:accept resist:accept condemn:praise deny:confirm";
/** Verbs of going on and stopping; they need no object. */
const GOES_ON = "continue:stop persist:stop";
const STOPS = "stop:continue cease:continue end:continue halt:continue";

interface Attitude {
  readonly isYes: boolean;
  readonly opposite: string;
  readonly needsObject: boolean;
}

const rows = (table: string, isYes: boolean, needsObject: boolean): readonly (readonly [string, Attitude])[] =>
  table.split(" ").map((row) => {
    const [lemma = "", opposite = ""] = row.split(":");
    return [lemma, { isYes, opposite, needsObject }];
  });
const ATTITUDES: ReadonlyMap<string, Attitude> = new Map([
  ...rows(YES, true, true),
  ...rows(NO, false, true),
  ...rows(GOES_ON, true, false),
  ...rows(STOPS, false, false),
]);
const TRUTH = /^(?:confirm|admit|acknowledge|deny)$/u;
const MOOD = /^(?:praise|condemn)$/u;

interface Statement {
  readonly place: Place;
  readonly clause: Clause;
  readonly lemma: string;
  readonly attitude: Attitude;
  readonly isYes: boolean;
}

const lemmaAt = ({ tokens }: Sentence, index: number): string => tokens[index]?.lemma.toLowerCase() ?? "";

function statementsIn(place: Place): readonly Statement[] {
  const { sentence } = place;
  return sentence.tokens.flatMap(({ partOfSpeech }, index) => {
    const lemma = lemmaAt(sentence, index);
    const attitude = partOfSpeech === "VERB" ? ATTITUDES.get(lemma) : undefined;
    const clause = attitude === undefined ? undefined : clauseAt(sentence, index);
    if (attitude === undefined || clause === undefined) return [];
    return [{ place, clause, lemma, attitude, isYes: attitude.isYes !== clause.isNegated }];
  });
}

const kindOf = (lemma: string): string => (TRUTH.test(lemma) ? "truth" : MOOD.test(lemma) ? "mood" : "stance");

/** Whether two clauses are about the same thing: their objects share the last word, and no adjective tells them apart. */
function isSameMatter(a: Statement, b: Statement): boolean {
  if (!a.attitude.needsObject || !b.attitude.needsObject) return !a.attitude.needsObject && !b.attitude.needsObject;
  const [one, other] = [a.clause.object, b.clause.object];
  const shared = one.filter((word) => other.includes(word));
  return shared.length > 0 && one.at(-1) === other.at(-1) && shared.length * 2 > Math.min(one.length, other.length);
}

function contradict(a: Statement, b: Statement): boolean {
  if (a.isYes === b.isYes || a.clause.subject !== b.clause.subject || kindOf(a.lemma) !== kindOf(b.lemma)) return false;
  return isSameMatter(a, b);
}

const FURTHEST = 4;

function detection(earlier: Statement, later: Statement): LocatedDetection {
  const { sentence } = later.place;
  const { start, end } = later.clause;
  const rest = wordsOf(sentence, start, end).slice(sentence.tokens[start]?.text.length ?? 0);
  const repair = inflect(later.attitude.opposite, formAt(sentence, start, later.lemma)) + rest;
  return against(
    later.place,
    spanOf(sentence, start, end),
    {
      match: wordsOf(sentence, start, end),
      other: wordsOf(earlier.place.sentence, earlier.clause.start, earlier.clause.end),
      subject: later.clause.subject,
    },
    {
      place: earlier.place,
      span: spanOf(earlier.place.sentence, earlier.clause.start, earlier.clause.end),
      note: "Here it is the other way round",
    },
    later.clause.isNegated
      ? {}
      : { suggest: () => [ask(repair, "Then the two sentences agree; ask the source which is right.")] },
  );
}

/** One party that says yes and no to the same thing in neighbouring sentences. */
export const stance: DocumentReader = function* (document) {
  const places = placesOf(document).filter((place) => !isTitle(place));
  const statements = places.map(statementsIn);
  for (const [index, later] of statements.entries()) {
    const [place] = later.map((each) => each.place);
    if (place === undefined || tellsChange(wordsIn(place))) continue;
    const earlier = statements.slice(Math.max(0, index - FURTHEST), index).flat();
    for (const statement of later) {
      const other = earlier.findLast((each) => contradict(each, statement) && !tellsChange(wordsIn(each.place)));
      if (other !== undefined) yield detection(other, statement);
    }
  }
};
