import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { fail, ok, type Result } from "../core/result.ts";
import { onDisk, syncFolderOf, tryQuietly, writeFully } from "./disk.ts";

const MOST_TRIES = 100;

/** The file as it is now, or undefined where there is none yet. */
interface Goal {
  readonly path: string;
  readonly present: Stats | undefined;
}

/** A link is followed, so that the file it names is replaced and not the link. */
function goalOf(path: string): Goal {
  const present = statSync(path, { throwIfNoEntry: false });
  return { path: present === undefined ? path : realpathSync(path), present };
}

function openTemporary(path: string): { readonly name: string; readonly descriptor: number } {
  for (let count = 0; ; count += 1) {
    const name = join(dirname(path), `.${basename(path).slice(0, 100)}.${process.pid}-${count}.tmp`);
    try {
      return { name, descriptor: openSync(name, "wx") };
    } catch (error) {
      const isTaken = error instanceof Error && "code" in error && error.code === "EEXIST";
      if (!isTaken || count >= MOST_TRIES) throw error;
    }
  }
}

function keepOwnerAndMode(descriptor: number, present: Stats | undefined): void {
  if (present === undefined) return;
  const own = fstatSync(descriptor);
  const isOther = own.uid !== present.uid || own.gid !== present.gid;
  if (isOther) tryQuietly(() => fchownSync(descriptor, present.uid, present.gid));
  fchmodSync(descriptor, present.mode & 0o7777);
}

function replace({ path, present }: Goal, bytes: Uint8Array): void {
  const { name, descriptor } = openTemporary(path);
  try {
    try {
      writeFully(descriptor, bytes);
      keepOwnerAndMode(descriptor, present);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(name, path);
  } catch (error) {
    tryQuietly(() => unlinkSync(name));
    throw error;
  }
  syncFolderOf(path);
}

/** Writes a file as a whole or not at all: whoever reads it sees the old bytes or the new. Keeps its permissions. */
export function writeAtomically(path: string, bytes: Uint8Array): Result<true> {
  const goal = onDisk(path, () => goalOf(path));
  if (goal.kind === "problem") return goal;
  if (goal.value.present?.isFile() === false) {
    return fail({ where: path, what: "It is not an ordinary file.", remedy: "Name a file." });
  }
  const done = onDisk(path, () => replace(goal.value, bytes));
  return done.kind === "problem" ? done : ok(true);
}
