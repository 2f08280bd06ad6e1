import { classify } from "./classifier.ts";
import { openContextModel, topicOf } from "./context.ts";
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
} from "./features.ts";
import { readRow, type Word } from "./reading.ts";
import type { Table } from "./table.ts";

/** Where the calibration keeps what. */
export const CALIBRATION = { glanceLeast: 0, doubtLeast: 1, scale: 2, shift: 3 } as const;

/** Judges words in their sentences. */
export interface Scorer {
  /** Reads a sentence. */
  readonly sceneOf: (tokens: readonly Word[]) => Scene;
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
  return {
    sceneOf(tokens) {
      const row = readRow(table, tokens);
      return { row, topic: topicOf(table, row), links: linksOf(table, row, markers) };
    },
    doubt(scene, at, unit) {
      writeGlance(table, scene, at, unit, features);
      if (classify(glanceWeights, features, GLANCE_COUNT) < glanceLeast) return 0;
      writeTheme(table, scene, at, unit, features);
      if (classify(doubtWeights, features, CHEAP_COUNT) < doubtLeast) return 0;
      model.look(scene.row, at, scene.topic);
      writeContext(table, model, unit, features);
      return 1 / (1 + Math.exp(-(scale * classify(verdictWeights, features, FEATURE_COUNT) + shift)));
    },
  };
}
