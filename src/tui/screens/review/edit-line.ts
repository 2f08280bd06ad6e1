import { charactersOf } from "../../../text/cells.ts";

/** One line of text under edit; the caret stands between the two. */
export interface EditLine {
  readonly before: string;
  readonly after: string;
}

/** What editing a line consists of. */
export type EditStep =
  | { readonly kind: "typed"; readonly text: string }
  | { readonly kind: "erased" }
  | { readonly kind: "caret-moved"; readonly to: "left" | "right" | "start" | "end" };

/** A line with the caret at its end. */
export const editLine = (text: string): EditLine => ({ before: text, after: "" });

/** The line as text. */
export const lineText = ({ before, after }: EditLine): string => before + after;

/** Typed text without what is no letter, number or sign; any white space is a space. */
const clean = (text: string): string => text.replace(/\s+/gu, " ").replace(/[\p{Cc}\p{Cs}]/gu, "");

function caretMoved(line: EditLine, to: "left" | "right" | "start" | "end"): EditLine {
  const { before, after } = line;
  switch (to) {
    case "left": {
      const last = charactersOf(before).at(-1) ?? "";
      return { before: before.slice(0, before.length - last.length), after: last + after };
    }
    case "right": {
      const first = charactersOf(after)[0] ?? "";
      return { before: before + first, after: after.slice(first.length) };
    }
    case "start":
      return { before: "", after: before + after };
    case "end":
      return { before: before + after, after: "" };
  }
}

/** The line after one step. */
export function edited(line: EditLine, step: EditStep): EditLine {
  switch (step.kind) {
    case "typed":
      return { before: line.before + clean(step.text), after: line.after };
    case "erased":
      return { before: caretMoved(line, "left").before, after: line.after };
    case "caret-moved":
      return caretMoved(line, step.to);
  }
}
