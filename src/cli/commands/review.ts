import type { Command } from "commander";
import type { ExitCode } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
export function addReview(_program: Command, _terminal: Terminal, _done: (code: ExitCode) => void): void {}
