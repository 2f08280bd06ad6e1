import fc from "fast-check";
import { expect, test } from "vitest";
import { xmlTag, xmlText } from "../../src/reporters/xml-text.ts";
import { anyText } from "../fixtures/reporters/hostile.ts";
import { asXml, xmlElements } from "../support/xml.ts";

test("any text survives in an attribute and in an element", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const [element] = xmlElements(`<${xmlTag("a", { b: text })}>${xmlText(text)}</a>`);
      expect(element).toEqual({ name: "a", attributes: { b: asXml(text) }, text: asXml(text) });
    }),
  );
});

test("nothing that a terminal obeys or that hides the order of text is written as it is", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(xmlText(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\p{Surrogate}]/u);
    }),
  );
});
