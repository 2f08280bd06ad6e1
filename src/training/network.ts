import { addVector, CONTEXT_LENGTH, fillContext, topicOf, VECTOR_LENGTH } from "../plausibility/context.ts";
import { type Matrix, openKernels } from "../plausibility/kernels.ts";
import type { Table } from "../plausibility/table.ts";
import { UNIT_CLASSES } from "../plausibility/units.ts";
import { type Corpus, isHeldOut } from "./corpus.ts";
import { drawer, normal, type Random, shuffle } from "./random.ts";

const BATCH = 256;
/** How many values the context model works with inside. */
const HIDDEN_LENGTH = 128;
/** Other words each example is told from. */
const NOISE = 128;
/** Widths must be multiples of eight for the kernels. */
const WIDE = 104;
const RATE = 0.0015;
const OUTPUT_RATE = 0.06;
const [SLOW, SLOWER, TINY] = [0.9, 0.999, 1e-8];
/** The share of the surroundings that is left out of each example. */
const FORGOTTEN = 0.1;
const TOLD_EVERY = 250;
const NOISE_POWER = 0.75;

/** The trained layers and outputs, before they are brought into bytes. */
export interface Network {
  readonly first: Matrix;
  readonly firstBiases: Float32Array;
  readonly second: Matrix;
  readonly secondBiases: Float32Array;
  readonly outputs: Float32Array;
  readonly biases: Float32Array;
}

/** How the training goes: what it should last, and who hears of it. */
export interface NetworkPlan {
  readonly passes: number;
  /** Of the nouns only such a share is learnt from. */
  readonly nounShare: number;
  readonly random: Random;
  /** A table whose context model goes on learning. */
  readonly start: Table | undefined;
  readonly tell: (line: string) => void;
}

/** Examples of one class: the sentence and the place of each. */
interface Examples {
  readonly sentences: Int32Array;
  readonly places: Uint8Array;
}

function gatherExamples(table: Table, corpus: Corpus, { nounShare, random }: NetworkPlan): readonly Examples[] {
  const found = UNIT_CLASSES.map(() => ({ sentences: [] as number[], places: [] as number[] }));
  for (let sentence = 0; sentence < corpus.sentenceCount; sentence += 1) {
    if (isHeldOut(sentence)) continue;
    for (const [place, unit] of corpus.unitsIn(sentence).entries()) {
      if (unit === 0) continue;
      const unitClass = table.unitClasses[unit] ?? 0;
      if (unitClass < 2 && random() > nounShare) continue;
      found[unitClass]?.sentences.push(sentence);
      found[unitClass]?.places.push(place);
    }
  }
  return found.map(({ sentences, places }) => ({
    sentences: Int32Array.from(sentences),
    places: Uint8Array.from(places),
  }));
}

/** A matrix that learns by Adam's rule. */
function learner(values: Float32Array): (gradient: Float32Array, step: number, rate: number) => void {
  const [means, squares] = [new Float32Array(values.length), new Float32Array(values.length)];
  return (gradient, step, rate) => {
    const size = (rate * Math.sqrt(1 - SLOWER ** step)) / (1 - SLOW ** step);
    for (let index = 0; index < values.length; index += 1) {
      const slope = gradient[index] ?? 0;
      const mean = SLOW * (means[index] ?? 0) + (1 - SLOW) * slope;
      const square = SLOWER * (squares[index] ?? 0) + (1 - SLOWER) * slope * slope;
      means[index] = mean;
      squares[index] = square;
      values[index] = (values[index] ?? 0) - (size * mean) / (Math.sqrt(square) + TINY);
    }
  };
}

const transpose = (from: Matrix, rowCount: number, into: Matrix): void => {
  for (let row = 0; row < rowCount; row += 1)
    for (let column = 0; column < into.rowCount; column += 1)
      into.values[column * into.width + row] = from.values[row * from.width + column] ?? 0;
};

/** Fills a network with what a table has learnt before. */
function takeOver(table: Table, { first, firstBiases, second, secondBiases, outputs, biases }: Network): void {
  for (let index = 0; index < first.values.length; index += 1)
    first.values[index] = (table.hidden[index] ?? 0) * (table.hiddenScales[Math.floor(index / first.width)] ?? 0);
  for (let index = 0; index < outputs.length; index += 1)
    outputs[index] = (table.outputs[index] ?? 0) * (table.outputScales[Math.floor(index / VECTOR_LENGTH)] ?? 0);
  second.values.set(table.projection);
  firstBiases.set(table.hiddenBiases);
  secondBiases.set(table.projectionBiases);
  biases.set(table.biases);
}

const unitsByClass = (table: Table): readonly (readonly number[])[] =>
  UNIT_CLASSES.map((_, unitClass) =>
    [...table.unitClasses.keys()].filter((unit) => unit > 0 && table.unitClasses[unit] === unitClass),
  );

/** Learns to tell the word that stands in a place from others of its class. */
export function trainNetwork(table: Table, corpus: Corpus, unitRarity: Float64Array, plan: NetworkPlan): Network {
  const { passes, random, tell } = plan;
  const kernels = openKernels(
    2 * BATCH * CONTEXT_LENGTH +
      2 * HIDDEN_LENGTH * CONTEXT_LENGTH +
      6 * BATCH * (HIDDEN_LENGTH + WIDE + NOISE) +
      8 * HIDDEN_LENGTH * WIDE +
      4 * NOISE * WIDE +
      20_000,
  );
  const [context, hidden, outlook, logits] = [CONTEXT_LENGTH, HIDDEN_LENGTH, WIDE, NOISE].map((width) =>
    kernels.matrix(BATCH, width),
  );
  const first = kernels.matrix(HIDDEN_LENGTH, CONTEXT_LENGTH);
  const second = kernels.matrix(WIDE, HIDDEN_LENGTH);
  const noise = kernels.matrix(NOISE, WIDE);
  const [noiseSlope, outlookSlope, hiddenSlope] = [
    kernels.matrix(NOISE, WIDE),
    kernels.matrix(BATCH, WIDE),
    kernels.matrix(BATCH, HIDDEN_LENGTH),
  ];
  const [logitsTurned, outlookTurned, hiddenTurned] = [NOISE, WIDE, HIDDEN_LENGTH].map((rowCount) =>
    kernels.matrix(rowCount, BATCH),
  );
  const [firstSlope, secondSlope] = [
    kernels.matrix(HIDDEN_LENGTH, CONTEXT_LENGTH),
    kernels.matrix(WIDE, HIDDEN_LENGTH),
  ];
  if (!context || !hidden || !outlook || !logits || !logitsTurned || !outlookTurned || !hiddenTurned)
    throw new Error("No memory.");
  for (let index = 0; index < first.values.length; index += 1)
    first.values[index] = normal(random) * Math.sqrt(2 / CONTEXT_LENGTH) * 1.2;
  for (let index = 0; index < VECTOR_LENGTH * HIDDEN_LENGTH; index += 1)
    second.values[index] = normal(random) * Math.sqrt(1 / HIDDEN_LENGTH) * 0.5;
  const [firstBiases, secondBiases] = [new Float32Array(HIDDEN_LENGTH), new Float32Array(WIDE)];
  const unitCount = table.unitWords.length;
  const outputs = new Float32Array(unitCount * VECTOR_LENGTH);
  for (let unit = 1; unit < unitCount; unit += 1)
    addVector(table, table.unitWords[unit] ?? 0, 0.3, outputs, unit * VECTOR_LENGTH);
  const biases = Float32Array.from(unitRarity, (rarity) => (Number.isFinite(rarity) ? -rarity : -20));
  if (plan.start !== undefined) takeOver(plan.start, { first, firstBiases, second, secondBiases, outputs, biases });
  const outputSquares = new Float32Array(outputs.length).fill(0.1);
  const biasSquares = new Float32Array(unitCount).fill(0.1);
  const learn = [first.values, second.values, firstBiases, secondBiases].map(learner);
  const members = unitsByClass(table);
  const noiseWeights = members.map((units) => units.map((unit) => Math.exp(-NOISE_POWER * (unitRarity[unit] ?? 20))));
  const noiseTotals = noiseWeights.map((weights) => weights.reduce((sum, weight) => sum + weight, 0));
  const draw = noiseWeights.map(drawer);
  const examples = gatherExamples(table, corpus, plan);
  const [targets, noiseUnits] = [new Int32Array(BATCH), new Int32Array(NOISE)];
  const [own, ownSlope, corrections] = [new Float32Array(BATCH), new Float32Array(BATCH), new Float32Array(NOISE)];
  const [firstBiasSlope, secondBiasSlope] = [new Float32Array(HIDDEN_LENGTH), new Float32Array(WIDE)];
  const correction = (unit: number, unitClass: number): number =>
    Math.log(NOISE) - NOISE_POWER * (unitRarity[unit] ?? 20) - Math.log(noiseTotals[unitClass] ?? 1);
  const batchesOf = (count: number): number => Math.floor(count / BATCH);
  const stepCount = passes * examples.reduce((sum, { places }) => sum + batchesOf(places.length), 0);

  /** Leaves out some of the surroundings, so that no one of them is relied on. */
  const forget = (row: number): void => {
    for (let start = row * CONTEXT_LENGTH; start < (row + 1) * CONTEXT_LENGTH; start += VECTOR_LENGTH)
      if (random() < FORGOTTEN) context.values.fill(0, start, start + VECTOR_LENGTH);
  };
  const forward = (unitClass: number, order: Int32Array, batch: number): number => {
    const { sentences, places } = examples[unitClass] ?? { sentences: [], places: [] };
    for (let row = 0; row < BATCH; row += 1) {
      const example = order[batch * BATCH + row] ?? 0;
      const [sentence, place] = [sentences[example] ?? 0, places[example] ?? 0];
      const words = corpus.row(sentence);
      fillContext(table, words, place, topicOf(table, words), context.values, row * CONTEXT_LENGTH);
      forget(row);
      targets[row] = corpus.unitsIn(sentence)[place] ?? 0;
    }
    kernels.products(context, BATCH, first, HIDDEN_LENGTH, hidden);
    for (let row = 0; row < BATCH; row += 1)
      for (let index = 0; index < HIDDEN_LENGTH; index += 1)
        hidden.values[row * HIDDEN_LENGTH + index] = Math.max(
          0,
          (hidden.values[row * HIDDEN_LENGTH + index] ?? 0) + (firstBiases[index] ?? 0),
        );
    kernels.products(hidden, BATCH, second, WIDE, outlook);
    for (let row = 0; row < BATCH; row += 1)
      for (let index = 0; index < VECTOR_LENGTH; index += 1)
        outlook.values[row * WIDE + index] = (outlook.values[row * WIDE + index] ?? 0) + (secondBiases[index] ?? 0);
    for (let place = 0; place < NOISE; place += 1) {
      const unit = members[unitClass]?.[draw[unitClass]?.(random) ?? 0] ?? 0;
      noiseUnits[place] = unit;
      corrections[place] = (biases[unit] ?? 0) - correction(unit, unitClass);
      for (let index = 0; index < VECTOR_LENGTH; index += 1)
        noise.values[place * WIDE + index] = outputs[unit * VECTOR_LENGTH + index] ?? 0;
    }
    kernels.products(outlook, BATCH, noise, NOISE, logits);
    let loss = 0;
    for (let row = 0; row < BATCH; row += 1) {
      const target = targets[row] ?? 0;
      let score = (biases[target] ?? 0) - correction(target, unitClass);
      for (let index = 0; index < VECTOR_LENGTH; index += 1)
        score += (outputs[target * VECTOR_LENGTH + index] ?? 0) * (outlook.values[row * WIDE + index] ?? 0);
      let highest = score;
      const from = row * NOISE;
      for (let place = 0; place < NOISE; place += 1) {
        const value =
          noiseUnits[place] === target ? -1e9 : (logits.values[from + place] ?? 0) + (corrections[place] ?? 0);
        logits.values[from + place] = value;
        if (value > highest) highest = value;
      }
      let sum = Math.exp(score - highest);
      for (let place = 0; place < NOISE; place += 1) {
        const value = Math.exp((logits.values[from + place] ?? 0) - highest);
        logits.values[from + place] = value;
        sum += value;
      }
      for (let place = 0; place < NOISE; place += 1)
        logits.values[from + place] = (logits.values[from + place] ?? 0) / sum;
      own[row] = Math.exp(score - highest) / sum;
      ownSlope[row] = (own[row] ?? 0) - 1;
      loss -= Math.log((own[row] ?? 0) + 1e-20);
    }
    return loss / BATCH;
  };

  const updateOutput = (unit: number, slope: Float32Array, start: number, biasSlope: number, rate: number): void => {
    const from = unit * VECTOR_LENGTH;
    for (let index = 0; index < VECTOR_LENGTH; index += 1) {
      const value = slope[start + index] ?? 0;
      const square = (outputSquares[from + index] ?? 0) + value * value;
      outputSquares[from + index] = square;
      outputs[from + index] = (outputs[from + index] ?? 0) - (rate * value) / Math.sqrt(square);
    }
    const square = (biasSquares[unit] ?? 0) + biasSlope * biasSlope;
    biasSquares[unit] = square;
    biases[unit] = (biases[unit] ?? 0) - (rate * biasSlope) / Math.sqrt(square);
  };
  const targetSlope = new Float32Array(VECTOR_LENGTH);

  const backward = (step: number): void => {
    const slack = 1 - (0.95 * step) / stepCount;
    outlookSlope.values.fill(0);
    for (let row = 0; row < BATCH; row += 1) {
      kernels.addRows(outlookSlope, row, noise, logits, row);
      const [target, value] = [targets[row] ?? 0, ownSlope[row] ?? 0];
      for (let index = 0; index < VECTOR_LENGTH; index += 1) {
        outlookSlope.values[row * WIDE + index] =
          (outlookSlope.values[row * WIDE + index] ?? 0) + value * (outputs[target * VECTOR_LENGTH + index] ?? 0);
      }
    }
    transpose(logits, BATCH, logitsTurned);
    noiseSlope.values.fill(0);
    for (let place = 0; place < NOISE; place += 1) {
      kernels.addRows(noiseSlope, place, outlook, logitsTurned, place);
      let biasSlope = 0;
      for (let row = 0; row < BATCH; row += 1) biasSlope += logitsTurned.values[place * BATCH + row] ?? 0;
      updateOutput(noiseUnits[place] ?? 0, noiseSlope.values, place * WIDE, biasSlope, OUTPUT_RATE * slack);
    }
    for (let row = 0; row < BATCH; row += 1) {
      const value = ownSlope[row] ?? 0;
      for (let index = 0; index < VECTOR_LENGTH; index += 1)
        targetSlope[index] = value * (outlook.values[row * WIDE + index] ?? 0);
      updateOutput(targets[row] ?? 0, targetSlope, 0, value, OUTPUT_RATE * slack);
    }
    for (let index = 0; index < outlookSlope.values.length; index += 1)
      outlookSlope.values[index] = (outlookSlope.values[index] ?? 0) / BATCH;
    hiddenSlope.values.fill(0);
    for (let row = 0; row < BATCH; row += 1) kernels.addRows(hiddenSlope, row, second, outlookSlope, row);
    for (let index = 0; index < hiddenSlope.values.length; index += 1)
      if ((hidden.values[index] ?? 0) <= 0) hiddenSlope.values[index] = 0;
    transpose(outlookSlope, BATCH, outlookTurned);
    transpose(hiddenSlope, BATCH, hiddenTurned);
    firstSlope.values.fill(0);
    secondSlope.values.fill(0);
    const sums = (matrix: Matrix, out: Float32Array): void => {
      for (let row = 0; row < matrix.rowCount; row += 1) {
        let sum = 0;
        for (let column = 0; column < BATCH; column += 1) sum += matrix.values[row * BATCH + column] ?? 0;
        out[row] = sum;
      }
    };
    for (let row = 0; row < VECTOR_LENGTH; row += 1) kernels.addRows(secondSlope, row, hidden, outlookTurned, row);
    for (let row = 0; row < HIDDEN_LENGTH; row += 1) kernels.addRows(firstSlope, row, context, hiddenTurned, row);
    sums(hiddenTurned, firstBiasSlope);
    sums(outlookTurned, secondBiasSlope);
    for (const [index, slope] of [firstSlope.values, secondSlope.values, firstBiasSlope, secondBiasSlope].entries())
      learn[index]?.(slope, step, RATE * slack);
  };

  let step = 0;
  for (let pass = 0; pass < passes; pass += 1) {
    const orders = examples.map(({ places }) => {
      const order = Int32Array.from(places, (_, index) => index);
      shuffle(order, random);
      return order;
    });
    const batches = Int32Array.from(
      orders.flatMap((order, unitClass) =>
        Array.from({ length: batchesOf(order.length) }, (_, batch) => batch * 8 + unitClass),
      ),
    );
    shuffle(batches, random);
    let [sum, count] = [0, 0];
    for (const each of batches) {
      const unitClass = each % 8;
      step += 1;
      sum += forward(unitClass, orders[unitClass] ?? new Int32Array(0), Math.floor(each / 8));
      count += 1;
      backward(step);
      if (count % TOLD_EVERY === 0) {
        tell(
          `pass ${pass + 1} of ${passes}: ${Math.round((100 * count) / batches.length)} %, loss ${(sum / TOLD_EVERY).toFixed(3)}`,
        );
        sum = 0;
      }
    }
  }
  return { first, firstBiases, second, secondBiases, outputs, biases };
}
