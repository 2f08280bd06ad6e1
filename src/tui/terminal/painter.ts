/** Where text is written at the moment, in cells from the upper left corner. */
export interface Caret {
  readonly x: number;
  readonly y: number;
}

const BEGIN = "\u001b[?2026h\u001b[?25l";
const END = "\u001b[?2026l";

const at = (x: number, y: number): string => `\u001b[${y + 1};${x + 1}H`;

/** What turns one picture into another on a terminal: only lines that differ are written. */
export function repaint(before: readonly string[], after: readonly string[], caret: Caret | undefined): string {
  let written = "";
  for (let row = 0; row < Math.max(before.length, after.length); row += 1) {
    const line = after[row] ?? "";
    if (line !== before[row]) written += `${at(0, row)}\u001b[2K${line}`;
  }
  return `${BEGIN}${written}${caret === undefined ? "" : `${at(caret.x, caret.y)}\u001b[?25h`}${END}`;
}

/** Keeps a terminal's picture up to date. */
export interface Painter {
  readonly paint: (picture: string) => void;
  readonly place: (caret: Caret | undefined) => void;
  /** Forgets what is on the screen: all of it is painted next time. */
  readonly wipe: () => void;
  /** The screen is somebody else's from now on: nothing more is painted. */
  readonly close: () => void;
}

/** Starts with an empty screen. */
export function painterOn(write: (text: string) => void): Painter {
  let shown: readonly string[] = [];
  let caret: Caret | undefined;
  let isClosed = false;
  return {
    paint(picture) {
      if (isClosed) return;
      const lines = picture.split("\n");
      write(repaint(shown, lines, caret));
      shown = lines;
    },
    place(next) {
      caret = next;
    },
    wipe() {
      shown = [];
      write("\u001b[2J");
    },
    close() {
      isClosed = true;
    },
  };
}

/** A terminal that shows what is written to it as one picture. */
export const pictureOf = (stdout: NodeJS.WriteStream, { paint }: Painter): NodeJS.WriteStream =>
  new Proxy(stdout, {
    get(target, name) {
      if (name !== "write") return Reflect.get(target, name);
      return (picture: string, done?: () => void): boolean => {
        if (picture !== "") paint(picture);
        done?.();
        return true;
      };
    },
  });
