import { useApp, useInput, useStdout } from "ink";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import type { Palette } from "../../theme.ts";
import type { Session } from "./session.ts";
import { strokesOf } from "./strokes.ts";
import { ReviewView } from "./view.tsx";

/** As many columns and rows as the terminal has, now and after it is resized. */
function useTerminalSize(): { readonly columns: number; readonly rows: number } {
  const { stdout } = useStdout();
  const subscribe = (listener: () => void): (() => void) => {
    stdout.on("resize", listener);
    return () => stdout.off("resize", listener);
  };
  const columns = useSyncExternalStore(subscribe, () => stdout.columns ?? 80);
  const rows = useSyncExternalStore(subscribe, () => stdout.rows ?? 24);
  return { columns, rows };
}

/** The review on a terminal: keys go to the session, and its state to the view. */
export function ReviewScreen({
  session,
  palette,
}: {
  readonly session: Session;
  readonly palette: Palette;
}): ReactNode {
  const { exit } = useApp();
  const { columns, rows } = useTerminalSize();
  const state = useSyncExternalStore(session.subscribe, session.state);
  const isOver = state.mode.kind === "left";
  useInput((input, key) => session.press(strokesOf(input, key)));
  useEffect(() => {
    if (isOver) exit();
  }, [isOver, exit]);
  // A frame as high as the terminal would make it scroll.
  return <ReviewView state={state} columns={columns} rows={Math.max(1, rows - 1)} palette={palette} />;
}
