import { type Classifier, openClassifier } from "../plausibility/classifier.ts";
import { openContextModel, topicOf } from "../plausibility/context.ts";
import {
  CHEAP_COUNT,
  FEATURE_COUNT,
  GLANCE_COUNT,
  linksOf,
  markersOf,
  type Scene,
  writeContext,
  writeGlance,
  writeTheme,
} from "../plausibility/features.ts";
import type { Row } from "../plausibility/reading.ts";
import type { Table } from "../plausibility/table.ts";
import { UNIT_CLASSES } from "../plausibility/units.ts";
import { fitClassifier, type Lessons } from "./classifier.ts";
import { type Confusion, confusionOf, type Mistake } from "./confusion.ts";
import { type Corpus, isHeldOut } from "./corpus.ts";
import type { Random } from "./random.ts";

/** How the classifiers are to be fitted. */
export interface VerdictPlan {
  readonly random: Random;
  /** How many words in context to learn from, as they are and mistaken. */
  readonly most: number;
  readonly tell: (line: string) => void;
}

interface Lesson {
  readonly features: Float32Array;
  readonly label: 0 | 1;
  readonly unitClass: number;
  readonly mistake: Mistake | undefined;
  /** 0 to learn from, 1 to measure by. */
  readonly part: 0 | 1;
}

const NOUN_SHARE = 0.35;
/** A share of wrong words for which findings are as often right as their confidence says. */
const WRONG_SHARE = 0.018;
/** Shares of clean words that may go on to the next, dearer features. */
const [GLANCE_SHARE, DOUBT_SHARE] = [0.14, 0.035];

const mistakeFrom = (draw: number): Mistake => (draw < 0.45 ? "look-alike" : draw < 0.7 ? "near" : "random");

const replaced = (table: Table, row: Row, at: number, unit: number): Row => {
  const [words, lemmas] = [row.words.slice(), row.lemmas.slice()];
  words[at] = table.unitWords[unit] ?? 0;
  lemmas[at] = table.unitLemmas[unit] ?? 0;
  return { ...row, words, lemmas };
};

function* lessonsFrom(table: Table, corpus: Corpus, confuse: Confusion, plan: VerdictPlan): Iterable<Lesson> {
  const { random } = plan;
  const markers = markersOf(table);
  const model = openContextModel(table);
  const sceneOf = (row: Row): Scene => ({ row, topic: topicOf(table, row), links: linksOf(table, row, markers) });
  const featuresOf = (scene: Scene, at: number, unit: number): Float32Array => {
    const features = new Float32Array(FEATURE_COUNT);
    writeGlance(table, scene, at, unit, features);
    writeTheme(table, scene, at, unit, features);
    model.look(scene.row, at, scene.topic);
    writeContext(table, model, unit, features);
    return features;
  };
  let total = 0;
  for (let sentence = 0; sentence < corpus.sentenceCount; sentence += 1)
    if (isHeldOut(sentence)) total += corpus.unitsIn(sentence).filter((unit) => unit !== 0).length;
  const share = Math.min(1, plan.most / total);
  for (let sentence = 0; sentence < corpus.sentenceCount; sentence += 1) {
    if (!isHeldOut(sentence)) continue;
    const row = corpus.row(sentence);
    const part = random() < 0.7 ? 0 : 1;
    let scene: Scene | undefined;
    for (const [at, unit] of corpus.unitsIn(sentence).entries()) {
      if (unit === 0) continue;
      const unitClass = table.unitClasses[unit] ?? 0;
      if (random() > share * (unitClass < 2 ? NOUN_SHARE : 1)) continue;
      scene ??= sceneOf(row);
      yield { features: featuresOf(scene, at, unit), label: 0, unitClass, mistake: undefined, part };
      const mistake = mistakeFrom(random());
      const wrong = confuse(unit, mistake, random);
      if (wrong === 0) continue;
      yield {
        features: featuresOf(sceneOf(replaced(table, row, at, wrong)), at, wrong),
        label: 1,
        unitClass,
        mistake,
        part,
      };
    }
  }
}

function packed(lessons: readonly Lesson[]): Lessons {
  const features = new Float32Array(lessons.length * FEATURE_COUNT);
  for (const [index, lesson] of lessons.entries()) features.set(lesson.features, index * FEATURE_COUNT);
  const wrong = lessons.filter(({ label }) => label === 1).length;
  const balance = (lessons.length - wrong) / Math.max(1, wrong);
  const nounWeight = 1 / NOUN_SHARE;
  return {
    width: FEATURE_COUNT,
    features,
    labels: Uint8Array.from(lessons, ({ label }) => label),
    weights: Float32Array.from(
      lessons,
      ({ label, unitClass }) => (label === 1 ? balance : 1) * (unitClass < 2 ? (1 + nounWeight) / 2 : 1),
    ),
  };
}

const weightOf = ({ unitClass }: Lesson): number => (unitClass < 2 ? 1 / NOUN_SHARE : 1);

/** The outcome above which such a share of the right words lies. */
function leastFor(outcomes: readonly (readonly [outcome: number, weight: number])[], share: number): number {
  const sorted = [...outcomes].sort((a, b) => b[0] - a[0]);
  const total = sorted.reduce((sum, [, weight]) => sum + weight, 0);
  let sum = 0;
  for (const [outcome, weight] of sorted) {
    sum += weight;
    if (sum > share * total) return outcome;
  }
  return Number.NEGATIVE_INFINITY;
}

/** Fits scale and shift so that the outcome becomes the logarithm of the odds where a share of the words is wrong. */
function platt(outcomes: readonly number[], lessons: readonly Lesson[]): readonly [scale: number, shift: number] {
  const right = lessons.reduce((sum, lesson) => sum + (lesson.label === 0 ? weightOf(lesson) : 0), 0);
  const wrong = lessons.reduce((sum, lesson) => sum + (lesson.label === 1 ? weightOf(lesson) : 0), 0);
  const weights = lessons.map(
    (lesson) => weightOf(lesson) * (lesson.label === 1 ? WRONG_SHARE / wrong : (1 - WRONG_SHARE) / right),
  );
  let [scale, shift] = [1, Math.log(WRONG_SHARE)];
  for (let round = 0; round < 60; round += 1) {
    let [a, b, aa, ab, bb] = [0, 0, 1e-9, 0, 1e-9];
    for (const [index, outcome] of outcomes.entries()) {
      const chance = 1 / (1 + Math.exp(-(scale * outcome + shift)));
      const weight = weights[index] ?? 0;
      const slope = weight * (chance - (lessons[index]?.label ?? 0));
      const bend = weight * chance * (1 - chance);
      a += slope * outcome;
      b += slope;
      aa += bend * outcome * outcome;
      ab += bend * outcome;
      bb += bend;
    }
    const determinant = aa * bb - ab * ab || 1e-12;
    scale -= 0.8 * ((bb * a - ab * b) / determinant);
    shift -= 0.8 * ((aa * b - ab * a) / determinant);
  }
  return [scale, shift];
}

/** Of held-out text: what share of wrong words is found when so many right ones in a thousand words are too. */
function report(
  lessons: readonly Lesson[],
  outcomes: readonly number[],
  openShare: number,
  tell: (line: string) => void,
): void {
  const right = lessons.flatMap((lesson, index) =>
    lesson.label === 0 ? [[outcomes[index] ?? 0, weightOf(lesson)] as const] : [],
  );
  for (const perThousand of [0.3, 1, 3]) {
    const least = leastFor(right, perThousand / 1000 / openShare);
    const found = (wanted: (lesson: Lesson) => boolean): string => {
      const chosen = lessons.flatMap((lesson, index) =>
        lesson.label === 1 && wanted(lesson) ? [(outcomes[index] ?? 0) > least] : [],
      );
      return `${Math.round((100 * chosen.filter(Boolean).length) / Math.max(1, chosen.length))} %`;
    };
    const groups = (
      [
        ["verbs", (unitClass: number) => unitClass > 1 && unitClass < UNIT_CLASSES.length - 1],
        ["adjectives", (unitClass: number) => unitClass === UNIT_CLASSES.length - 1],
        ["nouns", (unitClass: number) => unitClass < 2],
      ] as const
    ).map(([name, isOf]) =>
      [
        name,
        ...(["look-alike", "near", "random"] as const).map(
          (mistake) => `${mistake} ${found((lesson) => isOf(lesson.unitClass) && lesson.mistake === mistake)}`,
        ),
      ].join(" "),
    );
    tell(`held out, at ${perThousand} false alarms in 1,000 words: ${groups.join("; ")}`);
  }
}

/** Fits the classifiers on the held-out part of a corpus, and what turns their outcome into a probability. */
export function withVerdicts(table: Table, corpus: Corpus, plan: VerdictPlan): Table {
  const lessons = [...lessonsFrom(table, corpus, confusionOf(table), plan)];
  const [learnt, measured] = [0, 1].map((part) => lessons.filter((lesson) => lesson.part === part));
  if (learnt === undefined || measured === undefined) return table;
  plan.tell(`${learnt.length} words to weigh the features by, ${measured.length} to measure`);
  const classifierOf = (width: number): readonly [Float32Array<ArrayBuffer>, Classifier] => {
    const weights = fitClassifier(packed(learnt), width, plan.random);
    return [weights, openClassifier(weights, width)];
  };
  const [glanceWeights, glance] = classifierOf(GLANCE_COUNT);
  const [doubtWeights, doubt] = classifierOf(CHEAP_COUNT);
  const [verdictWeights, verdict] = classifierOf(FEATURE_COUNT);
  const right = lessons.filter(({ label }) => label === 0);
  const least = (classifier: Classifier, share: number): number =>
    leastFor(
      right.map((lesson) => [classifier(lesson.features), weightOf(lesson)] as const),
      share,
    );
  const glanceLeast = least(glance, GLANCE_SHARE);
  const doubtLeast = least(doubt, DOUBT_SHARE);
  const outcomes = measured.map(({ features }) => verdict(features));
  const through = measured.map(({ features }, index) =>
    glance(features) < glanceLeast || doubt(features) < doubtLeast ? -50 : (outcomes[index] ?? 0),
  );
  let open = 0;
  for (let sentence = 0; sentence < corpus.sentenceCount; sentence += 1)
    open += corpus.unitsIn(sentence).filter((unit) => unit !== 0).length;
  plan.tell("without short cuts:");
  report(measured, outcomes, open / corpus.wordCount, plan.tell);
  plan.tell("with them:");
  report(measured, through, open / corpus.wordCount, plan.tell);
  const [scale, shift] = platt(outcomes, measured);
  const clean = measured.flatMap((lesson, index) =>
    lesson.label === 0 ? [{ lesson, outcome: through[index] ?? 0 }] : [],
  );
  const total = clean.reduce((sum, { lesson }) => sum + weightOf(lesson), 0);
  const doubted = clean.reduce(
    (sum, { lesson, outcome }) => sum + (scale * outcome + shift > 0 ? weightOf(lesson) : 0),
    0,
  );
  const openShare = open / corpus.wordCount;
  const cleanRate = {
    perThousand: Math.round(((1000 * openShare * doubted) / total) * 100) / 100,
    wordCount: Math.round(total / openShare),
  };
  return {
    ...table,
    header: { ...table.header, cleanRate },
    glanceWeights,
    doubtWeights,
    verdictWeights,
    calibration: Float32Array.of(glanceLeast, doubtLeast, scale, shift),
  };
}
