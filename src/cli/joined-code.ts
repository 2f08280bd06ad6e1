import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import type { run } from "./program.ts";

/** What the joined program's first file exports. */
type Program = { readonly run: typeof run };
type Module = { exports: Program };
type Body = (exports: object, require: (name: string) => unknown, module: Module, file: string, folder: string) => void;

/** Runs the program as the build joined it, a few CommonJS files beside this one; each is read when it is asked for. */
export function loadProgram(): Program {
  // Most expressions meet enough text to be worth compiling: not to interpret them first saves a tenth of a short run.
  setFlagsFromString("--no-regexp-tier-up");
  // A process must not end while its engine still compiles kernels anew.
  setFlagsFromString("--no-wasm-dynamic-tiering");
  const native = createRequire(import.meta.url);
  const modules = new Map<string, Module>();

  const load = (name: string): Program => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const filename = fileURLToPath(new URL(name, import.meta.url));
    const source = readFileSync(filename, "utf8");
    const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
      filename,
    });
    const module: Module = { exports: { run: async () => {} } };
    modules.set(name, module);
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
  return load("./program.cjs");
}
