import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fail, ok, type Result } from "../../core/result.ts";
import { applyDecisions } from "../../review/apply.ts";
import { type Decision, type ReviewEvent, stamped } from "../../review/decision.ts";
import { onDisk } from "../../review/disk.ts";
import { appendEvents } from "../../review/journal.ts";
import type { FileEvent } from "../../review/sitting.ts";
import { writeAtomically } from "../../review/write.ts";
import type { FileFact, Ports } from "../../tui/review/ports.ts";
import { describeRule } from "../commands/rules.ts";
import { correctedBytes } from "../correction.ts";
import { type Desk, type DeskFile, hashOf, openDeskFile } from "./desk.ts";
import { changeIgnoreList } from "./ignore-list.ts";
import { newFlaws } from "./reaudit.ts";

const samePlace = (a: string, b: string): boolean =>
  a === b || (existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b));

/** The time of an event; no two are the same, so that they have one order over all journals. */
function clock(): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Date.now());
    return new Date(last).toISOString();
  };
}

/** How a file on disk looks from outside; it is read only where this has changed. */
function outsideOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? "gone" : `${stats.ino}:${stats.size}:${stats.mtimeMs}`;
}

const CHANGED = "It has been changed by somebody else since it was read.";
const SECONDS_BETWEEN_LOOKS = 2;

/** What a review may ask of the disk, and of what judges. */
export interface DeskPorts extends Ports {
  readonly watch: (listener: (files: readonly number[]) => void) => () => void;
}

/** Makes the ports of a desk. */
export function portsOf(desk: Desk): DeskPorts {
  const files: DeskFile[] = [...desk.files];
  const known = files.map(({ hash }) => hash);
  const outside = files.map(({ path }) => outsideOf(path));
  const now = clock();
  const fileAt = (file: number): DeskFile => {
    const found = files[file];
    if (found === undefined) throw new Error(`There is no file ${file} on the desk.`);
    return found;
  };
  const isChanged = (file: number): boolean => {
    const { path } = fileAt(file);
    const look = outsideOf(path);
    if (look === outside[file]) return false;
    if (look !== "gone" && hashOf(readFileSync(path)) === known[file]) {
      outside[file] = look;
      return false;
    }
    return true;
  };

  function record(facts: readonly FileFact[]): Result<readonly FileEvent[]> {
    const batch = randomUUID();
    const events = facts.map(({ file, fact }, index): FileEvent => {
      const id = index === 0 ? batch : randomUUID();
      return { file, event: stamped(fact, { id, time: now(), batch }) };
    });
    for (const file of new Set(facts.map((each) => each.file))) {
      const own = events.filter((each) => each.file === file).map(({ event }) => event);
      const written = appendEvents(fileAt(file).journal, own);
      if (written.kind === "problem") return written;
    }
    return ok(events);
  }

  function save(file: number, decisions: readonly Decision[]): Result<ReviewEvent> {
    const { path, output, opened, findings, journal } = fileAt(file);
    const isSameFile = samePlace(path, output);
    if (isSameFile && isChanged(file))
      return fail({ where: path, what: CHANGED, remedy: "Press r to read it again: your decisions go along." });
    const bytes = correctedBytes(output, applyDecisions(opened.file, findings, decisions), opened.decoded);
    if (bytes.kind === "problem") return bytes;
    const folder = onDisk(dirname(output), () => mkdirSync(dirname(output), { recursive: true }));
    if (folder.kind === "problem") return folder;
    const written = writeAtomically(output, bytes.value);
    if (written.kind === "problem") return written;
    if (isSameFile) {
      known[file] = hashOf(bytes.value);
      outside[file] = outsideOf(path);
    }
    const id = randomUUID();
    const saving = { kind: "saved", path: output, to: isSameFile ? "file" : "copy" } as const;
    const event = stamped(saving, { id, time: now(), batch: id });
    const noted = appendEvents(journal, [event]);
    return noted.kind === "problem" ? noted : ok(event);
  }

  return {
    record,
    save,
    reaudit: (file, entry, repaired) => newFlaws(fileAt(file).opened.file, entry, repaired, desk.audit),
    reread(file) {
      const again = openDeskFile(fileAt(file), desk);
      if (again.kind === "problem") return again;
      files[file] = again.value;
      known[file] = again.value.hash;
      outside[file] = outsideOf(again.value.path);
      return ok(again.value.reading);
    },
    ignoreEverywhere: changeIgnoreList,
    explain(id) {
      const rule = desk.rules.rules.find((each) => each.id === id);
      return rule === undefined ? id : describeRule(rule);
    },
    watch(listener) {
      let told = "";
      const timer = setInterval(() => {
        const changed = [...files.keys()].filter(isChanged);
        if (changed.join() === told) return;
        told = changed.join();
        listener(changed);
      }, SECONDS_BETWEEN_LOOKS * 1000);
      return () => clearInterval(timer);
    },
  };
}
