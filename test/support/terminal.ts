import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How large a terminal is, and what runs in it. */
export interface TerminalOptions {
  readonly command: readonly string[];
  readonly columns: number;
  readonly rows: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A real terminal, in which a program runs as it does for people. */
export interface PseudoTerminal {
  /** Strikes keys: tmux names (`Enter`, `Down`, `C-r`) or single characters. */
  readonly press: (...keys: readonly string[]) => void;
  /** Types a text letter by letter, without striking any key but its letters. */
  readonly type: (text: string) => void;
  /** Puts a text in as a clipboard does. */
  readonly paste: (text: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  readonly screen: () => string;
  /** The screen with its colours as escape sequences. */
  readonly styledScreen: () => string;
  /** Waits until the screen shows this text, and gives the screen back. */
  readonly waitFor: (text: string) => Promise<string>;
  /** Waits until the program ends. */
  readonly exitCode: () => Promise<number>;
  /** Asks the program to end. */
  readonly terminate: () => void;
  /** Ends the program with no chance to say goodbye. */
  readonly kill: () => void;
  readonly close: () => void;
}

const PATIENCE_IN_MS = 15_000;
let count = 0;

/** Whether terminals can be opened here at all. */
export const hasTmux = (): boolean => spawnSync("tmux", ["-V"]).status === 0;

/** The environment without what tells a program that no person is there, or what colours to use. */
const personEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:CI|CI_.*|CONTINUOUS_INTEGRATION|NO_COLOR|FORCE_COLOR)$/u.test(name),
    ),
  );

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/** Asks again and again, until there is an answer or the patience is at its end. */
async function until<Answer>(ask: () => Answer | undefined, complaint: () => string): Promise<Answer> {
  const deadline = Date.now() + PATIENCE_IN_MS;
  for (;;) {
    const answer = ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(complaint());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Opens a terminal of its own tmux server; the screen stays when the program ends. */
export function openTerminal({ command, columns, rows, environment = {} }: TerminalOptions): PseudoTerminal {
  count += 1;
  const socket = `misrender-${process.pid}-${count}`;
  const tmux = (...words: readonly string[]): string =>
    execFileSync("tmux", ["-u", "-L", socket, "-f", "/dev/null", ...words], {
      encoding: "utf8",
      env: { ...personEnvironment(), LC_ALL: "C.UTF-8", TERM: "xterm-256color", TMUX: "" },
    });
  const settings = Object.entries(environment).map(([name, value]) => `${name}=${quoted(value)}`);
  // The shell writes process id and exit status down, as tmux does not always learn how its pane ended.
  const notes = mkdtempSync(join(tmpdir(), "misrender-terminal-"));
  const [identity, status] = [join(notes, "identity"), join(notes, "status")];
  const run = `env ${[...settings, ...command.map(quoted)].join(" ")}`;
  const line = `sh -c ${quoted(`echo $$ >${quoted(identity)}; exec ${run}`)}; echo $? >${quoted(status)}`;
  const note = (path: string): number | undefined => {
    const text = existsSync(path) ? readFileSync(path, "utf8") : "";
    return text.endsWith("\n") ? Number(text) : undefined;
  };
  const keep = ["set-option", "-g", "remain-on-exit", "on", ";"];
  tmux("start-server", ";", ...keep, "new-session", "-d", "-x", String(columns), "-y", String(rows), line);
  const screen = (): string => tmux("capture-pane", "-p");
  return {
    press: (...keys) => {
      for (const key of keys) tmux("send-keys", key);
    },
    type: (text) => void tmux("send-keys", "-l", text),
    paste: (text) => {
      tmux("set-buffer", "--", text);
      tmux("paste-buffer", "-p", "-r");
    },
    resize: (newColumns, newRows) => void tmux("resize-window", "-x", String(newColumns), "-y", String(newRows)),
    screen,
    styledScreen: () => tmux("capture-pane", "-p", "-e"),
    waitFor: (text) =>
      until(
        () => (screen().includes(text) ? screen() : undefined),
        () => `"${text}" is not on:\n${screen()}`,
      ),
    exitCode: () =>
      until(
        () => note(status),
        () => `It runs on:\n${screen()}`,
      ),
    terminate: () => void process.kill(Number(note(identity)), "SIGTERM"),
    kill: () => void process.kill(Number(note(identity)), "SIGKILL"),
    close: () => {
      spawnSync("tmux", ["-L", socket, "kill-server"]);
      rmSync(notes, { recursive: true, force: true });
    },
  };
}
