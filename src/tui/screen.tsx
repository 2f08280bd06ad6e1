import { useApp } from "ink";
import { type ReactNode, useEffect, useInsertionEffect, useSyncExternalStore } from "react";
import { FrameView } from "./frame.tsx";
import type { Keymap } from "./keys/keymap.ts";
import type { Session } from "./review/session.ts";
import { situationOf } from "./review/situation.ts";
import type { Scene } from "./screens/scene.ts";
import { frameOf } from "./screens/view.ts";
import type { Caret } from "./terminal/painter.ts";
import type { Palette } from "./theme.ts";

/** The review on a terminal: the state of the session, drawn. */
export function ReviewScreen({
  session,
  keymap,
  palette,
  explain,
  place,
}: {
  readonly session: Session;
  readonly keymap: Keymap;
  readonly palette: Palette;
  readonly explain: Scene["explain"];
  /** Told of the caret before the frame is drawn. */
  readonly place: (caret: Caret | undefined) => void;
}): ReactNode {
  const { exit } = useApp();
  const state = useSyncExternalStore(session.subscribe, session.state);
  const isOver = state.mode.kind === "left";
  useEffect(() => {
    if (isOver) exit();
  }, [isOver, exit]);
  const { columns, rows } = state.size;
  const frame = frameOf({ situation: situationOf(state), columns, palette, keymap, explain }, rows);
  useInsertionEffect(() => {
    place(frame.caret);
  });
  return <FrameView frame={frame} palette={palette} />;
}
