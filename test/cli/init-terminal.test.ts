import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { needProgram, PROGRAM } from "../support/program.ts";
import { hasTmux, openTerminal, type PseudoTerminal } from "../support/terminal.ts";

let folder = "";
let terminal: PseudoTerminal | undefined;
beforeEach(() => {
  needProgram();
  folder = mkdtempSync(join(tmpdir(), "misrender-init-"));
});
afterEach(() => {
  terminal?.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (): PseudoTerminal => {
  terminal = openTerminal({
    command: ["sh", "-c", `cd "${folder}" && exec "${process.execPath}" "${PROGRAM}" init`],
    columns: 100,
    rows: 30,
  });
  return terminal;
};

describe.skipIf(!hasTmux())("misrender init on a terminal (skipped without tmux)", () => {
  test("asks, and takes what stands in brackets for an empty answer", async () => {
    const { waitFor, type, press, exitCode } = open();
    await waitFor("Which files or folders");
    type("feeds pages");
    press("Enter");
    await waitFor("Translated from which language");
    type("es");
    press("Enter");
    await waitFor("Fail on findings this grave");
    press("Enter");
    await waitFor("Write a check for CI");
    type("none");
    press("Enter");
    await waitFor("Accept what is found today");
    press("Enter");
    await waitFor("misrender baseline feeds pages");
    expect(await exitCode()).toBe(0);
    const config = readFileSync(join(folder, "misrender.config.yaml"), "utf8");
    expect(config).toMatch(/^sourceLanguage: es$/mu);
    expect(config).toMatch(/^failOn: major$/mu);
    expect(existsSync(join(folder, ".github"))).toBe(false);
  });

  test("writes nothing when the person goes away", async () => {
    const { waitFor, press, exitCode } = open();
    await waitFor("Which files or folders");
    press("C-d");
    expect(await exitCode()).toBe(2);
    expect(existsSync(join(folder, "misrender.config.yaml"))).toBe(false);
  });
});
