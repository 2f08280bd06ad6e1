import type { Editor } from "./editor.ts";
import type { Arrangement, Filter } from "./listing.ts";

/** What a text under edit is for: a repair, the reason why a flag is wrong, a note to the source desk. */
export type Purpose = "repair" | "reason" | "note";

/** A screen on which findings are looked through. */
export type Page =
  | { readonly kind: "finding" }
  | { readonly kind: "list" }
  | { readonly kind: "document"; readonly scroll: number };

/** What the screen is for at the moment. What lies over a page goes back to it. `left`: the review is over. */
export type Mode =
  | Page
  | { readonly kind: "edit"; readonly purpose: Purpose; readonly editor: Editor; readonly back: Page }
  | { readonly kind: "search"; readonly editor: Editor; readonly before: Arrangement; readonly back: Page }
  | { readonly kind: "filter"; readonly row: number; readonly before: Filter; readonly back: Page }
  | { readonly kind: "scope"; readonly back: Page }
  | { readonly kind: "rule"; readonly scroll: number; readonly back: Page }
  | { readonly kind: "summary"; readonly scroll: number; readonly back: Page }
  | { readonly kind: "help"; readonly editor: Editor; readonly scroll: number; readonly back: Page }
  | { readonly kind: "quit"; readonly back: Page }
  | { readonly kind: "left" };

export type ModeKind = Mode["kind"];

export const FINDING: Page = { kind: "finding" };

/** The page that a mode is, or goes back to. */
export const pageOf = (mode: Mode): Page => (mode.kind === "left" ? FINDING : "back" in mode ? mode.back : mode);
