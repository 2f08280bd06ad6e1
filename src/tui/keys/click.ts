import type { Intent } from "../review/intents.ts";
import type { Situation } from "../review/situation.ts";
import { listTop } from "../screens/list.ts";

/** Lines above the first row of a list: the header, and the line that says which findings there are. */
const HEADER_LINES = 3;
const LOW_HEADER_LINES = 1;
const LOW = 16;

/** What a click asks for: in a list, the finding it points at. */
export function clicked({ y }: { readonly y: number }, { state }: Situation): Intent | undefined {
  if (state.mode.kind !== "list") return undefined;
  const { rows } = state.size;
  const above = (rows < LOW ? LOW_HEADER_LINES : HEADER_LINES) + 1;
  const height = rows - above - 2;
  const row = state.listing.rows[listTop(state, height) + y - above];
  return typeof row === "number" && y >= above ? { kind: "pointed", item: row } : undefined;
}
