/** No line is ever wrapped by the terminal: where it counts cells otherwise, a line is cut, and the next stays its own. */
const ENTER = "\u001b[?1049h\u001b[?2004h\u001b[?7l\u001b[2J";
const LEAVE = "\u001b[?7h\u001b[?2004l\u001b[?25h\u001b[?1049l";
const MOUSE_ON = "\u001b[?1000h\u001b[?1006h";
const MOUSE_OFF = "\u001b[?1006l\u001b[?1000l";

const SIGNALS = ["SIGTERM", "SIGHUP", "SIGINT"] as const;

/** Whether clicks and the wheel are wanted. */
export type Mouse = "on" | "off";

/** Takes the whole screen, and gives it back as it was: when the function returned is called, and at any other end. */
export function takeScreen(stdout: NodeJS.WriteStream, mouse: Mouse, restore: () => void): () => void {
  let isTaken = true;
  const leave = (): void => {
    if (!isTaken) return;
    isTaken = false;
    stdout.write((mouse === "on" ? MOUSE_OFF : "") + LEAVE);
    restore();
    process.off("exit", leave);
    process.off("uncaughtExceptionMonitor", leave);
    for (const signal of SIGNALS) process.off(signal, obey);
  };
  const obey = (signal: NodeJS.Signals): void => {
    leave();
    process.kill(process.pid, signal);
  };
  stdout.write(ENTER + (mouse === "on" ? MOUSE_ON : ""));
  process.on("exit", leave);
  process.on("uncaughtExceptionMonitor", leave);
  for (const signal of SIGNALS) process.on(signal, obey);
  return leave;
}
