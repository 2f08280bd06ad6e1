import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hasTmux, openTerminal, type PseudoTerminal } from "../support/terminal.ts";

const PROGRAM = join(import.meta.dirname, "../../dist/cli/main.js");
const TEXT = "The the ferry left at noon.\n\nA buoy was was a float.\n\nThe tide turned.\n";

/** Why nothing is tried here, or undefined where all is there. */
function obstacle(): string | undefined {
  if (!hasTmux()) return "tmux is not installed";
  if (!existsSync(PROGRAM)) return "the program is not built (npm run build)";
  const help = spawnSync(process.execPath, [PROGRAM, "review", "--help"], { encoding: "utf8" });
  return help.stdout.includes("--output") ? undefined : "the build has no review command with --output";
}

const missing = obstacle();
if (missing !== undefined) console.warn(`No review in a real terminal: ${missing}.`);

let folder = "";
let file = "";
let terminal: PseudoTerminal | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "misrender-review-"));
  file = join(folder, "ferry.txt");
  writeFileSync(file, TEXT);
});
afterEach(() => {
  terminal?.close();
  terminal = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function review(words: readonly string[], environment: Readonly<Record<string, string>> = {}): PseudoTerminal {
  terminal?.close();
  terminal = openTerminal({
    command: [process.execPath, PROGRAM, "review", file, ...words],
    columns: 100,
    rows: 24,
    environment,
  });
  return terminal;
}

const journal = (): string => readFileSync(`${file}.misrender-review.jsonl`, "utf8");

describe.skipIf(missing !== undefined)("a review in a real terminal", { timeout: 60_000 }, () => {
  test("accepts, ignores, saves to another file and quits", async () => {
    const output = join(folder, "out.txt");
    const screen = review(["--output", output]);
    await screen.waitFor("finding 1 of 2");
    screen.press("a");
    await screen.waitFor("finding 2 of 2");
    screen.press("i");
    await screen.waitFor("Every finding is decided.");
    screen.press("s");
    await screen.waitFor("Saved to");
    screen.press("q");
    expect(await screen.exitCode()).toBe(0);
    expect(readFileSync(output, "utf8")).toBe(TEXT.replace("The the", "The"));
    expect(readFileSync(file, "utf8")).toBe(TEXT);
  });

  test("saves in place what was written by hand", async () => {
    const screen = review([]);
    await screen.waitFor("finding 1 of 2");
    screen.press("e");
    await screen.waitFor("Write: ");
    for (let count = 0; count < 8; count += 1) screen.press("BSpace");
    screen.type("That");
    await screen.waitFor("Write: That│");
    screen.press("Enter");
    await screen.waitFor("finding 2 of 2");
    screen.press("q");
    await screen.waitFor("One change is not saved yet.");
    screen.press("s");
    expect(await screen.exitCode()).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(TEXT.replace("The the", "That"));
  });

  test("killed at any time, it goes on where it was", async () => {
    const first = review([]);
    await first.waitFor("finding 1 of 2");
    first.press("a");
    await first.waitFor("finding 2 of 2");
    expect(journal()).toContain('"accepted"');
    first.kill();
    await first.exitCode();
    const second = review([]);
    await second.waitFor("finding 2 of 2");
    expect(second.screen()).toContain("u undo");
    second.press("u");
    await second.waitFor("finding 1 of 2");
    second.press("C-r", "Up");
    await second.waitFor("✓ accepted");
    expect(readFileSync(file, "utf8")).toBe(TEXT);
  });

  test("follows the size of the window, and NO_COLOR", async () => {
    const screen = review([], { NO_COLOR: "1" });
    await screen.waitFor("finding 1 of 2");
    expect(screen.styledScreen()).not.toContain("\u001b[");
    expect(screen.screen()).toMatch(/Translation, line 1 +Corrected/u);
    screen.resize(50, 20);
    await expect.poll(() => screen.screen(), { timeout: 10_000 }).toMatch(/Translation, line 1 *\n/u);
  });

  test("shows colours where they are wanted", async () => {
    const screen = review([], { FORCE_COLOR: "1" });
    await screen.waitFor("finding 1 of 2");
    expect(screen.styledScreen()).toContain("\u001b[31m");
  });
});
