import { type Replacement, replacementsAt } from "./candidates.ts";
import { classify } from "./classifier.ts";
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
import { readRow, type Word } from "./reading.ts";
import type { Link } from "./relations.ts";
import type { Table } from "./table.ts";
import { plainUnit } from "./units.ts";
import { spellingsOf } from "./vocabulary.ts";

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
const LEAST_DOUBT = 0.2;

/** Judges words in their sentences. */
export interface Scorer {
  /** Reads a sentence. */
  readonly sceneOf: (tokens: readonly Word[]) => Scene;
  /** The words of a sentence that are in doubt. */
  readonly doubtsIn: (tokens: readonly Word[]) => Doubts;
  /** How all words of a unit's class would do in its place. */
  readonly replacements: (scene: Scene, at: number, unit: number) => readonly Replacement[];
  readonly spellingOf: (unit: number) => string;
  /** The base form of a unit. */
  readonly lemmaOf: (unit: number) => string;
  /** Of a token's relations, those in which its two words were never seen together. */
  readonly unseenLinks: (scene: Scene, at: number) => readonly Link[];
  /** The probability that a unit at a token is the wrong word: 0 where cheap features leave no doubt. */
  readonly doubt: (scene: Scene, at: number, unit: number) => number;
}

/** A scorer by the statistics of a table. */
export function openScorer(table: Table): Scorer {
  const markers = markersOf(table);
  const model = openContextModel(table);
  const features = new Float32Array(FEATURE_COUNT);
  const { calibration, glanceWeights, doubtWeights, verdictWeights } = table;
  const [glanceLeast = 0, doubtLeast = 0, scale = 1, shift = 0] = calibration;
  const sceneOf = (tokens: readonly Word[]): Scene => {
    const row = readRow(table, tokens);
    return { row, topic: topicOf(table, row), links: linksOf(table, row, markers) };
  };
  const doubt: Scorer["doubt"] = (scene, at, unit) => {
    writeGlance(table, scene, at, unit, features);
    if (classify(glanceWeights, features, GLANCE_COUNT) < glanceLeast) return 0;
    writeTheme(table, scene, at, unit, features);
    if (classify(doubtWeights, features, CHEAP_COUNT) < doubtLeast) return 0;
    model.look(scene.row, at, scene.topic);
    writeContext(table, model, unit, features);
    return 1 / (1 + Math.exp(-(scale * classify(verdictWeights, features, FEATURE_COUNT) + shift)));
  };
  let spellings: readonly string[] | undefined;
  const spelt = (word: number): string => {
    spellings ??= spellingsOf(table);
    return spellings[word] ?? "";
  };
  const spellingOf = (unit: number): string => spelt(table.unitWords[unit] ?? 0);
  return {
    sceneOf,
    doubt,
    spellingOf,
    lemmaOf: (unit) => spelt(table.unitLemmas[unit] ?? 0),
    replacements(scene, at, unit) {
      model.look(scene.row, at, scene.topic);
      return replacementsAt(table, model, scene, at, unit, spellingOf);
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
