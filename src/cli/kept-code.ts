import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import type { run } from "./program.ts";

/** What the joined program's first file exports. */
type Program = { readonly run: typeof run };

/** The program as the build joined it, a few CommonJS files beside this one. */
export interface JoinedCode {
  /** What one of the files exports. It is run when it is asked for the first time. */
  readonly load: (name: string) => Program;
  /** Writes down what the engine has made of the files that have run so far, so that the next process need not compile them. */
  readonly keep: () => void;
}

type Module = { exports: Program };
type Body = (exports: object, require: (name: string) => unknown, module: Module, file: string, folder: string) => void;

/** Bytes of a file; undefined where there is none. */
function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * Opens the joined program. To compile it takes longer than to audit an article with it, and this engine cannot keep the
 * code of ES modules; so they are CommonJS, and `keep` stores V8's code cache beside each (`.code`). A cache of another
 * version or with other flags is refused by the engine and then does nothing.
 */
export function openCode(): JoinedCode {
  // Most expressions meet enough text to be worth compiling: not to interpret them first saves a tenth of a short run.
  setFlagsFromString("--no-regexp-tier-up");
  const native = createRequire(import.meta.url);
  const modules = new Map<string, Module>();
  const scripts = new Map<string, Script>();

  const load = (name: string): Module["exports"] => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const filename = fileURLToPath(new URL(name, import.meta.url));
    const source = readFileSync(filename, "utf8");
    const cachedData = bytesOf(`${filename}.code`);
    const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
      filename,
      ...(cachedData === undefined ? {} : { cachedData }),
    });
    const module: Module = { exports: { run: async () => {} } };
    modules.set(name, module);
    scripts.set(filename, script);
    const body: Body = script.runInThisContext();
    body(
      module.exports,
      (wanted) => (wanted.startsWith("./") ? load(wanted) : native(wanted)),
      module,
      filename,
      dirname(filename),
    );
    return module.exports;
  };
  const keep = (): void => {
    // The engine trusts what it reads: nobody may ever see half a file.
    for (const [filename, script] of scripts) {
      writeFileSync(`${filename}.code.new`, script.createCachedData());
      renameSync(`${filename}.code.new`, `${filename}.code`);
    }
  };
  return { load, keep };
}
