import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { onDisk } from "../../review/disk.ts";
import { journalPath } from "../../review/journal.ts";

/** Where journals go whose texts stand in folders that may not be written to. */
const stateFolder = (): string =>
  join(process.env.XDG_STATE_HOME || join(homedir(), ".local", "state"), "misrender", "reviews");

function mayWriteIn(folder: string): "yes" | "no" {
  try {
    accessSync(folder, constants.W_OK);
    return "yes";
  } catch {
    return "no";
  }
}

/** Where the journal of a file is kept: beside it or, where that may not be written to, in the user's own state folder. */
export function journalPlace(path: string): string {
  const beside = journalPath(path);
  if (existsSync(beside) || mayWriteIn(dirname(resolve(path))) === "yes") return beside;
  const name = createHash("sha256").update(resolve(path)).digest("hex").slice(0, 16);
  const folder = stateFolder();
  const made = onDisk(folder, () => mkdirSync(folder, { recursive: true }));
  return made.kind === "problem" ? beside : join(folder, `${name}-${basename(journalPath(path))}`);
}
