import { render } from "ink";
import { ReviewScreen } from "./screens/review/screen.tsx";
import type { Ports } from "./screens/review/session.ts";
import { reviewSession } from "./screens/review/session.ts";
import { situationOf } from "./screens/review/situation.ts";
import { type Beginning, start } from "./screens/review/state.ts";
import type { Palette } from "./theme.ts";

/** What a review needs: the file with its findings, the events of its journal, and what it may ask of the world. */
export interface ReviewInput extends Beginning, Ports {
  readonly palette: Palette;
  readonly terminal: { readonly stdin: NodeJS.ReadStream; readonly stdout: NodeJS.WriteStream };
}

/** How a review ended. */
export interface ReviewOutcome {
  readonly acceptedCount: number;
  readonly openCount: number;
  readonly unsavedCount: number;
}

/** Shows the review until the editor leaves it. */
export async function runReview({
  palette,
  terminal,
  record,
  save,
  ...beginning
}: ReviewInput): Promise<ReviewOutcome> {
  const session = reviewSession(start(beginning), { record, save });
  const app = render(<ReviewScreen session={session} palette={palette} />, terminal);
  await app.waitUntilExit();
  const { accepted, openCount, unsavedCount } = situationOf(session.state());
  return { acceptedCount: accepted.length, openCount, unsavedCount };
}
