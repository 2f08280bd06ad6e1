import { createHash, randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { diskProblem, tryQuietly } from "../review/disk.ts";

/** Where results are kept when nobody names another folder. */
export const CACHE_FOLDER = ".misrender-cache";

/** How large the folder may get. */
const MOST_BYTES = 200_000_000;
/** The mark of folders that backups and searches leave out: https://bford.info/cachedir/ */
const TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# What misrender keeps between runs; it may be deleted.\n";

/**
 * Values kept between runs under keys that say all they depend on. It never fails: what cannot be read is not there,
 * and what cannot be written is not kept. Any number of runs may share a folder.
 */
export interface Cache {
  readonly read: (key: string) => unknown;
  readonly keep: (key: string, value: unknown) => void;
  /** Drops the oldest entries when there are too many, and says what went wrong. */
  readonly close: () => readonly string[];
}

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A key for a value that depends on all of these parts. */
export function cacheKey(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex");
}

interface StoredFile {
  readonly path: string;
  readonly bytes: number;
  readonly usedAt: number;
}

/** The entries of a folder. One that another run deletes meanwhile is left out. */
function filesIn(folder: string): readonly StoredFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:json|tmp)$/u.test(entry.name))
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats === undefined ? [] : [{ path, bytes: stats.size, usedAt: stats.mtimeMs }];
    });
}

function dropOldest(folder: string, mostBytes: number): void {
  const files = filesIn(folder);
  let bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  for (const file of [...files].sort((a, b) => a.usedAt - b.usedAt)) {
    if (bytes <= mostBytes) return;
    rmSync(file.path, { force: true });
    bytes -= file.bytes;
  }
}

function openFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of [["CACHEDIR.TAG", TAG], [".gitignore", "*\n"]] as const) // biome-ignore format: a table
    if (!existsSync(join(folder, name))) writeFileSync(join(folder, name), text);
}

/** Opens a folder of kept values, and makes it where there is none. */
export function openCache(folder: string, mostBytes: number = MOST_BYTES): Cache {
  const notes = new Set<string>();
  let damagedCount = 0;
  let keptCount = 0;
  const pathOf = (key: string): string => join(folder, key.slice(0, 2), `${key}.json`);
  const quietly = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      const { what } = diskProblem(folder, error);
      notes.add(`${folder}: Results could not be kept. ${what}`);
    }
  };
  return {
    read(key) {
      const path = pathOf(key);
      try {
        const written = readFileSync(path, "utf8");
        const cut = written.indexOf("\n");
        if (cut < 0 || digestOf(written.slice(cut + 1)) !== written.slice(0, cut)) {
          damagedCount += 1;
          rmSync(path, { force: true });
          return undefined;
        }
        tryQuietly(() => utimesSync(path, new Date(), new Date()));
        return JSON.parse(written.slice(cut + 1));
      } catch {
        return undefined;
      }
    },
    keep(key, value) {
      quietly(() => {
        if (keptCount === 0) openFolder(folder);
        keptCount += 1;
        const path = pathOf(key);
        mkdirSync(join(path, ".."), { recursive: true });
        const text = JSON.stringify(value);
        const temporary = `${path}.${randomUUID()}.tmp`;
        writeFileSync(temporary, `${digestOf(text)}\n${text}`);
        renameSync(temporary, path);
      });
    },
    close() {
      if (keptCount > 0) quietly(() => dropOldest(folder, mostBytes));
      if (damagedCount > 0)
        notes.add(
          `${folder}: ${damagedCount} damaged ${damagedCount === 1 ? "entry was" : "entries were"} not used; the texts were audited anew.`,
        );
      return [...notes];
    },
  };
}
