import { expect, test } from "vitest";
import { openKernels } from "../../src/plausibility/kernels.ts";
import { randomFrom } from "../../src/training/random.ts";

const random = randomFrom(5);
const filled = (values: Float32Array): Float32Array => values.map(() => random() - 0.5);

test.each([1, 2, 7])("the products of %i rows are those that plain code works out", (rowCount) => {
  const kernels = openKernels(10_000);
  const [left, right, result] = [kernels.matrix(8, 20), kernels.matrix(12, 20), kernels.matrix(8, 12)];
  left.values.set(filled(left.values));
  right.values.set(filled(right.values));
  kernels.products(left, rowCount, right, 12, result);
  for (let row = 0; row < rowCount; row += 1)
    for (let column = 0; column < 12; column += 1) {
      const plain = left.values
        .subarray(row * 20, row * 20 + 20)
        .reduce((sum, value, index) => sum + value * (right.values[column * 20 + index] ?? 0), 0);
      expect(result.values[row * 12 + column]).toBeCloseTo(plain, 5);
    }
});

test("rows are added, each times its factor", () => {
  const kernels = openKernels(10_000);
  const [sums, rows, factors] = [kernels.matrix(2, 12), kernels.matrix(16, 12), kernels.matrix(3, 16)];
  rows.values.set(filled(rows.values));
  factors.values.set(filled(factors.values));
  kernels.addRows(sums, 1, rows, factors, 2);
  for (let index = 0; index < 12; index += 1) {
    const plain = Array.from(
      { length: 16 },
      (_, row) => (factors.values[32 + row] ?? 0) * (rows.values[row * 12 + index] ?? 0),
    );
    expect(sums.values[12 + index]).toBeCloseTo(
      plain.reduce((sum, value) => sum + value, 0),
      5,
    );
  }
  expect(sums.values.subarray(0, 12)).toEqual(new Float32Array(12));
});
