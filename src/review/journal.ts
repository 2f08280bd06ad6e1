import { Buffer } from "node:buffer";
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
} from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import { fail, ok, type Result } from "../core/result.ts";
import { type Opening, type ReviewEvent, SCOPES } from "./decision.ts";
import { onDisk, syncFolderOf, tryQuietly, writeFully } from "./disk.ts";

const mark = { fingerprint: z.string(), occurrence: z.int().nonnegative() };
const stamp = { id: z.string().min(1), time: z.string(), batch: z.string().optional() };

const eventSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("opened"), file: z.string(), hash: z.string() }),
  z.object({ kind: z.literal("accepted"), ...mark, replacement: z.string(), ...stamp }),
  z.object({ kind: z.literal("ignored"), ...mark, ...stamp }),
  z.object({ kind: z.literal("rejected"), ...mark, reason: z.string(), ...stamp }),
  z.object({ kind: z.literal("asked"), ...mark, note: z.string(), ...stamp }),
  z.object({
    kind: z.literal("ignored-rule"),
    rule: z.string(),
    scope: z.enum(SCOPES).default("onwards"),
    document: z.string().default(""),
    ...mark,
    ...stamp,
  }),
  z.object({ kind: z.literal("undone"), decision: z.string(), ...stamp }),
  z.object({ kind: z.literal("redone"), decision: z.string(), ...stamp }),
  z.object({ kind: z.literal("saved"), path: z.string(), to: z.enum(["file", "copy"]), ...stamp }),
]);

/** A decision that came alone is a batch of its own. */
const withBatch = (event: z.infer<typeof eventSchema>): ReviewEvent =>
  event.kind === "opened" ? event : { ...event, batch: event.batch ?? event.id };

const NEWLINE = 0x0a;

/** Where a file's journal is kept unless somebody says otherwise. */
export const journalPath = (file: string): string => `${file}.misrender-review.jsonl`;

function parseLine(where: string, line: string): Result<ReviewEvent> {
  const remedy = "Move the journal away to begin the review anew.";
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return fail({ where, what: "This line of the review journal is not valid JSON.", remedy });
  }
  const event = eventSchema.safeParse(value);
  return event.success
    ? ok(withBatch(event.data))
    : fail({ where, what: "This line is no event of a review.", remedy });
}

/** Reads the events of a journal; none where there is no journal. A last line that was torn off is left out. */
export function readJournal(path: string): Result<readonly ReviewEvent[]> {
  const present = onDisk(path, () => statSync(path, { throwIfNoEntry: false }));
  if (present.kind === "problem") return present;
  if (present.value !== undefined && !present.value.isFile() && !present.value.isDirectory())
    return fail({ where: path, what: "It is not an ordinary file.", remedy: "Name another journal." });
  const read = onDisk(path, () => (present.value === undefined ? Buffer.alloc(0) : readFileSync(path)));
  if (read.kind === "problem") return read;
  const whole = read.value.subarray(0, read.value.lastIndexOf(NEWLINE) + 1).toString("utf8");
  const events: ReviewEvent[] = [];
  for (const [index, line] of whole.split("\n").slice(0, -1).entries()) {
    const event = parseLine(`${path}:${index + 1}`, line);
    if (event.kind === "problem") return event;
    events.push(event.value);
  }
  if (events[0] !== undefined && events[0].kind !== "opened") {
    const what = "The review journal does not begin with the file it belongs to.";
    return fail({ where: `${path}:1`, what, remedy: "Move it away to begin the review anew." });
  }
  return ok(events);
}

/** How much of a journal is whole lines. */
function wholeLength(descriptor: number, size: number): number {
  if (size === 0) return 0;
  const last = Buffer.alloc(1);
  readSync(descriptor, last, 0, 1, size - 1);
  if (last[0] === NEWLINE) return size;
  const all = Buffer.alloc(size);
  const readLength = readSync(descriptor, all, 0, size, 0);
  return all.subarray(0, readLength).lastIndexOf(NEWLINE) + 1;
}

function appendLines(path: string, lines: string): void {
  const isNew = !existsSync(path);
  const descriptor = openSync(path, "a+");
  try {
    const { size } = fstatSync(descriptor);
    const whole = wholeLength(descriptor, size);
    if (whole < size) ftruncateSync(descriptor, whole);
    try {
      writeFully(descriptor, Buffer.from(lines, "utf8"));
      fsyncSync(descriptor);
    } catch (error) {
      tryQuietly(() => ftruncateSync(descriptor, whole));
      throw error;
    }
  } finally {
    closeSync(descriptor);
  }
  if (isNew) syncFolderOf(path);
}

/** Appends events in one go. When this returns without a problem, they outlast a crash. */
export function appendEvents(path: string, events: readonly ReviewEvent[]): Result<true> {
  const done = onDisk(path, () => appendLines(path, events.map((event) => `${JSON.stringify(event)}\n`).join("")));
  return done.kind === "problem" ? done : ok(true);
}

/** Reads the journal of a file and notes that the file, with this hash, is under review from now on. */
export function openJournal(path: string, { file, hash }: Omit<Opening, "kind">): Result<readonly ReviewEvent[]> {
  const read = readJournal(path);
  if (read.kind === "problem") return read;
  const last = read.value.findLast((event) => event.kind === "opened");
  const since = last === undefined ? [] : read.value.slice(read.value.lastIndexOf(last) + 1);
  if (last !== undefined && basename(last.file) !== basename(file)) {
    const what = `This is the review journal of ${last.file}.`;
    return fail({ where: path, what, remedy: "Name another journal, or move this one away." });
  }
  const wasSavedInto = since.some((event) => event.kind === "saved" && event.to === "file");
  if (last?.hash === hash && !wasSavedInto) return read;
  const opening: Opening = { kind: "opened", file, hash };
  const appended = appendEvents(path, [opening]);
  return appended.kind === "problem" ? appended : ok([...read.value, opening]);
}
