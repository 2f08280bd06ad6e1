import { type Replacement, replacementsAmong, replacementsAt } from "./candidates.ts";
import { openClassifier } from "./classifier.ts";
import { openContextModel, topicOf } from "./context.ts";
import {
  BETTER_SHARE,
  CHEAP_COUNT,
  FEATURE_COUNT,
  GLANCE_COUNT,
  linksOf,
  linkValue,
  markersOf,
  type Scene,
  writeContext,
  writeGlance,
  writeTheme,
} from "./features.ts";
import { ADJ, NOUN, type Row, readRow, VERB, type Word } from "./reading.ts";
import type { Link } from "./relations.ts";
import type { Table } from "./table.ts";
import { plainUnit, USE_COUNT } from "./units.ts";
import { openSpelling, type Spelling } from "./vocabulary.ts";

/** A word in doubt: the probability that it is the wrong one. */
export interface Doubt {
  readonly at: number;
  readonly unit: number;
  readonly probability: number;
  readonly partOfSpeech: string;
  /** The share of words of its kind that would be likelier in its place. */
  readonly betterShare: number;
}

/** The words in doubt of a sentence, with what they were judged by. */
export interface Doubts {
  readonly scene: Scene;
  readonly doubts: readonly Doubt[];
}

/** Doubts below this are none. */
const LEAST_DOUBT = 0.14;

/** Judges words in their sentences. */
export interface Scorer {
  /** Reads a sentence. */
  readonly sceneOf: (tokens: readonly Word[]) => Scene;
  /** The words of a sentence that are in doubt. */
  readonly doubtsIn: (tokens: readonly Word[]) => Doubts;
  /** How the likelier words of a unit's class, and it itself, would do in its place. */
  readonly replacements: (scene: Scene, at: number, unit: number) => readonly Replacement[];
  /** How some words would do there, in the form of the unit: it itself comes first. */
  readonly replacementsAmong: (
    scene: Scene,
    at: number,
    unit: number,
    lemmas: readonly string[],
  ) => readonly Replacement[];
  readonly spellingOf: (unit: number) => string;
  /** The base form of a unit. */
  readonly lemmaOf: (unit: number) => string;
  /** Of a token's relations, those in which its two words were never seen together. */
  readonly unseenLinks: (scene: Scene, at: number) => readonly Link[];
  /** The probability that a unit at a token is the wrong word: 0 where cheap features leave no doubt. */
  readonly doubt: (scene: Scene, at: number, unit: number) => number;
}

const TAG_OF_USE = [NOUN, VERB, ADJ];

function withTag(row: Row, at: number, tag: number): Row {
  const tags = row.tags.slice();
  tags[at] = tag;
  return { ...row, tags };
}

/** A scorer by the statistics of a table. */
export function openScorer(table: Table): Scorer {
  const markers = markersOf(table);
  const model = openContextModel(table);
  const features = new Float32Array(FEATURE_COUNT);
  const [glanceLeast = 0, doubtLeast = 0, scale = 1, shift = 0] = table.calibration;
  const classifyGlance = openClassifier(table.glanceWeights, GLANCE_COUNT);
  const classifyDoubt = openClassifier(table.doubtWeights, CHEAP_COUNT);
  const classifyVerdict = openClassifier(table.verdictWeights, FEATURE_COUNT);
  const sceneOf = (tokens: readonly Word[]): Scene => {
    const row = readRow(table, tokens);
    return { row, topic: topicOf(table, row), links: linksOf(table, row, markers) };
  };
  const asTagged: Scorer["doubt"] = (scene, at, unit) => {
    writeGlance(table, scene, at, unit, features);
    if (classifyGlance(features) < glanceLeast) return 0;
    writeTheme(table, scene, at, unit, features);
    if (classifyDoubt(features) < doubtLeast) return 0;
    model.look(scene.row, at, scene.topic);
    writeContext(table, model, unit, features);
    return 1 / (1 + Math.exp(-(scale * classifyVerdict(features) + shift)));
  };
  /** A tagger errs, above all beside a wrong word: what is no doubt in another use of the word is none. */
  const doubt: Scorer["doubt"] = (scene, at, unit) => {
    let least = asTagged(scene, at, unit);
    const word = scene.row.words[at] ?? 0;
    for (let use = 0; use < USE_COUNT && least >= LEAST_DOUBT; use += 1) {
      const twin = table.unitsOfWords[word * USE_COUNT + use] ?? 0;
      if (twin === 0 || twin === unit) continue;
      const row = withTag(scene.row, at, TAG_OF_USE[use] ?? 0);
      least = Math.min(least, asTagged({ ...scene, row, links: linksOf(table, row, markers) }, at, twin));
    }
    return least;
  };
  let opened: Spelling | undefined;
  const spelling = (): Spelling => {
    opened ??= openSpelling(table);
    return opened;
  };
  return {
    sceneOf,
    doubt,
    spellingOf: (unit) => spelling().of(table.unitWords[unit] ?? 0),
    lemmaOf: (unit) => spelling().of(table.unitLemmas[unit] ?? 0),
    replacements(scene, at, unit) {
      model.look(scene.row, at, scene.topic);
      return replacementsAt(table, model, scene, at, unit, spelling());
    },
    replacementsAmong(scene, at, unit, lemmas) {
      model.look(scene.row, at, scene.topic);
      return replacementsAmong(table, model, scene, at, unit, lemmas);
    },
    unseenLinks: ({ row, links }, at) =>
      (links[at] ?? []).filter(
        (link) =>
          (row.lemmas[link.first] ?? 0) !== 0 &&
          (row.lemmas[link.second] ?? 0) !== 0 &&
          Number.isNaN(linkValue(table, row, link)),
      ),
    doubtsIn(tokens) {
      const scene = sceneOf(tokens);
      const doubts: Doubt[] = [];
      for (let at = 0; at < scene.row.length; at += 1) {
        const unit = plainUnit(table, tokens, scene.row, at);
        const probability = unit === 0 ? 0 : doubt(scene, at, unit);
        if (probability >= LEAST_DOUBT)
          doubts.push({
            at,
            unit,
            probability,
            partOfSpeech: tokens[at]?.partOfSpeech ?? "X",
            betterShare: Math.min(1, Math.exp(features[BETTER_SHARE] ?? 0)),
          });
      }
      return { scene, doubts };
    },
  };
}
