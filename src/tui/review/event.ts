import type { FileEvent } from "../../review/sitting.ts";
import type { Direction } from "./cursor.ts";
import type { EditStep } from "./editor.ts";
import type { Reading } from "./files.ts";
import type { Arrangement } from "./listing.ts";
import type { Mode } from "./mode.ts";
import type { Size } from "./state.ts";

/** Something that happened on the screen. */
export type Event =
  | { readonly kind: "moved"; readonly to: Direction }
  | { readonly kind: "pointed"; readonly item: number }
  | { readonly kind: "chose"; readonly suggestion: number }
  | { readonly kind: "turned-to"; readonly mode: Mode }
  | { readonly kind: "scrolled"; readonly by: number }
  | { readonly kind: "arranged"; readonly arrangement: Partial<Arrangement> }
  | { readonly kind: "ticked"; readonly row: number }
  /** Back to how findings were chosen before a search or a filter was begun. */
  | { readonly kind: "rearranged" }
  | { readonly kind: "recorded"; readonly events: readonly FileEvent[] }
  | { readonly kind: "reread"; readonly file: number; readonly reading: Reading }
  | { readonly kind: "changed-on-disk"; readonly files: readonly number[] }
  | { readonly kind: "raised"; readonly item: number; readonly flaws: readonly string[] }
  | { readonly kind: "resized"; readonly size: Size }
  | { readonly kind: "told"; readonly note: string }
  | EditStep;
