import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { fail, ok, type Problem, type Result } from "../core/result.ts";

type Words = readonly [what: string, remedy: string];

const FULL: Words = ["The disk is full.", "Make room, then try again; what was written before is safe."];
const FORBIDDEN: Words = ["It may not be written.", "Change its permissions, or write to another place."];

const WORDS: Readonly<Record<string, Words>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EROFS: ["The disk is read-only.", "Write to another place."],
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  ENOENT: ["Its folder does not exist.", "Make the folder, or write to another place."],
  ENOTDIR: ["What should be its folder is a file.", "Write to another place."],
  EISDIR: ["It is a folder.", "Name a file."],
  ENAMETOOLONG: ["Its name is too long.", "Choose a shorter one."],
  ELOOP: ["Its links lead round in a circle.", "Name the file itself."],
  EIO: ["The disk does not answer properly.", "Write to another disk."],
};

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;

/** A failed system call as a problem. Any other error is a mistake of ours and is thrown on. */
export function diskProblem(where: string, error: unknown): Problem {
  const code = codeOf(error);
  if (code === undefined || !(error instanceof Error) || !("syscall" in error)) throw error;
  const [what, remedy] = WORDS[code] ?? [`The system refuses it (${code}).`, "Write to another place."];
  return { where, what, remedy };
}

/** Does some work on the disk; a system call that fails becomes a problem. */
export function onDisk<Value>(where: string, work: () => Value): Result<Value> {
  try {
    return ok(work());
  } catch (error) {
    return fail(diskProblem(where, error));
  }
}

/** Clears up after a failure, as far as that is possible. */
export function tryQuietly(work: () => void): void {
  try {
    work();
  } catch {
    // The first failure is the one to tell of.
  }
}

/** Writes all of the bytes, however many a single call takes. */
export function writeFully(descriptor: number, bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.length) done += writeSync(descriptor, bytes, done, bytes.length - done);
}

/** Makes sure that a name made in a folder outlasts a power cut, where the system can promise that. */
export function syncFolderOf(path: string): void {
  tryQuietly(() => {
    const descriptor = openSync(dirname(path), "r");
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  });
}
