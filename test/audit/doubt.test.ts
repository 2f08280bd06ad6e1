import { describe, expect, test } from "vitest";
import { doubtRate } from "../../src/audit/doubt.ts";

describe("the rate of words in doubt", () => {
  test("is not told of a short text", () => {
    expect(doubtRate(3, 499)).toBeNull();
  });

  // Exact Poisson limits: 0 → 0–3.69, 5 → 1.62–11.67, 20 → 12.22–30.89.
  test.each([
    [0, 0, 3.7],
    [5, 1.6, 11.7],
    [20, 12.2, 30.9],
    [900, 841.2, 958.8],
  ])("of %i in 1,000 words lies between %d and %d", (count, low, high) => {
    expect(doubtRate(count, 1000)).toMatchObject({ perThousand: count, low, high });
  });
});
