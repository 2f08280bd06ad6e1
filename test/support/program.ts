import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The program as `npm run build` makes it. */
export const PROGRAM = join(import.meta.dirname, "../../dist/cli/main.js");

/** How a program ended and what it said. */
export interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What an invocation is given beside its words. */
export interface Setting {
  readonly folder: string;
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Throws where the program has not been built: its absence is no reason to skip a test. */
export function needProgram(): void {
  if (!existsSync(PROGRAM)) throw new Error("dist/cli/main.js is missing: run “npm run build” first.");
}

const only = (names: readonly string[]): NodeJS.ProcessEnv =>
  Object.fromEntries(names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));

/** Runs a command in a folder, with no word of the surroundings but where programs are. */
export function runCommand(command: string, words: readonly string[], setting: Setting): Outcome {
  const { status, stdout, stderr } = spawnSync(command, words, {
    cwd: setting.folder,
    input: setting.input ?? "",
    encoding: "utf8",
    env: { ...only(["PATH", "SystemRoot", "TMPDIR"]), LC_ALL: "C.UTF-8", ...setting.environment },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { exitCode: status, stdout, stderr };
}

/** Runs the built program. */
export const misrender = (words: readonly string[], setting: Setting): Outcome =>
  runCommand(process.execPath, [PROGRAM, ...words], setting);
