import { decodeInput, decodeRest, type Stroke } from "./strokes.ts";

/** An escape key is told from the beginning of a sequence by nothing that follows within this time. */
const ESCAPE_IN_MS = 30;

/** Reads strokes from a terminal in raw mode until the function returned is called. `early`: what came before. */
export function readStrokes(
  stdin: NodeJS.ReadStream,
  early: string,
  press: (strokes: readonly Stroke[]) => void,
): () => void {
  let waiting = "";
  let timer: NodeJS.Timeout | undefined;
  const take = (input: string): void => {
    clearTimeout(timer);
    const { strokes, rest } = decodeInput(waiting + input);
    waiting = rest;
    if (strokes.length > 0) press(strokes);
    if (waiting !== "" && !waiting.startsWith("\u001b[200~")) timer = setTimeout(flush, ESCAPE_IN_MS);
  };
  const flush = (): void => {
    const strokes = decodeRest(waiting);
    waiting = "";
    if (strokes.length > 0) press(strokes);
  };
  const listen = (chunk: string | Buffer): void => take(chunk.toString());
  stdin.setEncoding("utf8");
  stdin.on("data", listen);
  if (early !== "") take(early);
  return () => {
    clearTimeout(timer);
    stdin.off("data", listen);
  };
}
