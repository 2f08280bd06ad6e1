import type { Size } from "../review/state.ts";

/** The bar at the side of a text under edit, and a cell in which the caret stands after the last letter. */
const CELLS_AROUND = 3;

/** How wide the lines of a text under edit are. */
export const editorWidth = ({ columns }: Size): number => Math.max(4, columns - CELLS_AROUND);
