/** A line that says how far a long work has come. */
export interface Progress {
  readonly show: (doneShare: number) => void;
  readonly clear: () => void;
}

const PATIENCE_IN_MS = 1000;
const PAUSE_IN_MS = 100;

/** No line, wherever nobody watches. */
export const SILENT: Progress = { show: () => {}, clear: () => {} };

/** A progress line below what stands on a terminal; it comes only when the work takes long, and goes without a trace. */
export function progressOn(stream: NodeJS.WriteStream, doing: string): Progress {
  if (!stream.isTTY) return SILENT;
  let due = performance.now() + PATIENCE_IN_MS;
  let isShown = false;
  return {
    show(doneShare) {
      if (performance.now() < due) return;
      due = performance.now() + PAUSE_IN_MS;
      isShown = true;
      stream.write(`\r\u001b[2K${doing} … ${Math.min(99, Math.floor(doneShare * 100))} %`);
    },
    clear() {
      if (isShown) stream.write("\r\u001b[2K");
    },
  };
}
