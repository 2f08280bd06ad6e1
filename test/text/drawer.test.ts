import fc from "fast-check";
import { expect, test } from "vitest";
import { fillDrawer, openDrawer } from "../../src/text/drawer.ts";

const words = fc.stringMatching(/^[^\t\n\ud800-\udfff]{1,8}$/u);

test("a drawer gives what was put in, and nothing else", () => {
  fc.assert(
    fc.property(fc.dictionary(words, words), fc.array(words), (entries, others) => {
      const drawer = openDrawer(fillDrawer(Object.entries(entries)));
      for (const [key, value] of Object.entries(entries)) expect(drawer(key)).toBe(value);
      for (const key of others) if (!Object.hasOwn(entries, key)) expect(drawer(key)).toBeUndefined();
    }),
  );
});
