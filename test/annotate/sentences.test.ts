import { expect, test } from "vitest";
import { splitSentences } from "../../src/annotate/sentences.ts";

const sentences = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ["titles", "Dr. Haddad met Mr. Lund. They spoke.", 2],
  ["initials", "J. R. Okafor wrote it. A. Lind read it.", 2],
  ["decimals and numbers", "It rose by 3.5 percent to No. 5. Nobody minded.", 2],
  ["states and hours", "The U.S. Senate meets at 9 a.m. Tuesday. It is late.", 2],
  ["web names", "Write to www.example.org today. We answer.", 2],
  ["a question inside a quotation", "“Where is it?” Haddad asked. Nobody knew.", 2],
  ["quoted sentences", "“We left.” “So did they.”", 2],
  ["a lower-case start", "He paused ... and went on.", 1],
  ["wrapped prose", "The road that leads to the harbour was closed\nfor repairs. It opens in May.", 2],
  ["a headline before prose", "Harbour road closed\nThe road was closed for repairs.", 2],
  ["a blank line", "First part without a stop\n\nsecond part", 2],
  ["Chinese stops", "他走了。她来了。", 2],
])("%s break no sentence wrongly", (_, text, count) => {
  expect(sentences(text)).toHaveLength(count);
});

test("sentences are trimmed and keep their order", () => {
  expect(sentences("  One.   Two.  ")).toEqual(["One.", "Two."]);
});
