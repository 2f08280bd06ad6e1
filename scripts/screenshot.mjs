// Draws docs/review.svg: the review as it really stands in a terminal. Needs tmux and a built program.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const COLUMNS = 116;
const ROWS = 24;
const SAMPLE = "samples/border-talks.ar.txt";
const OPTIONS = ["--source-lang", "ar", "--theme", "dark"];
/** Keys that lead to a picture worth a thousand words, and a text that says it is there. */
const KEYS = [
  ["j", "2 of"],
  ["j", "3 of"],
  ["j", "4 of"],
  ["a", "5 of"],
  ["n", "6 of"],
];
const OUTPUT = "docs/review.svg";

const CELL_WIDTH = 8.4;
const LINE_HEIGHT = 18;
const MARGIN = 18;
const BAR = 30;
const COLOURS = { text: "#d8dee9", back: "#1b2129", bar: "#262d37", quiet: "#8390a2" };
const PALETTE = ["#3b4252", "#ff6b6b", "#8ccf7e", "#e5c76b", "#67b0e8", "#c47fd5", "#6cbfbf", "#d8dee9"];

const socket = `misrender-screenshot-${process.pid}`;
const environment = { ...process.env, LC_ALL: "C.UTF-8", TERM: "xterm-256color", FORCE_COLOR: "1" };
for (const name of ["CI", "NO_COLOR", "TMUX"]) delete environment[name];
const tmux = (...words) =>
  execFileSync("tmux", ["-u", "-L", socket, "-f", "/dev/null", ...words], { encoding: "utf8", env: environment });
const sleep = (time) => new Promise((done) => setTimeout(done, time));

async function waitFor(text) {
  for (let tries = 0; tries < 300; tries += 1) {
    const screen = tmux("capture-pane", "-p");
    if (screen.includes(text)) return;
    await sleep(100);
  }
  throw new Error(`“${text}” did not come up:\n${tmux("capture-pane", "-p")}`);
}

/** The screen with its escape sequences, after the keys. */
async function capture() {
  const folder = mkdtempSync(join(tmpdir(), "misrender-screenshot-"));
  const file = SAMPLE.split("/").at(-1);
  copyFileSync(SAMPLE, join(folder, file));
  const program = resolve("dist/cli/main.js");
  const command = `cd ${folder} && exec ${process.execPath} ${program} review ${file} ${OPTIONS.join(" ")}`;
  try {
    tmux("new-session", "-d", "-x", String(COLUMNS), "-y", String(ROWS), command);
    await waitFor("1 of");
    for (const [key, text] of KEYS) {
      tmux("send-keys", key);
      await waitFor(text);
    }
    await sleep(300);
    return tmux("capture-pane", "-p", "-e");
  } finally {
    tmux("kill-server");
    rmSync(folder, { recursive: true, force: true });
  }
}

const PLAIN = { colour: undefined, bold: false, dim: false, underline: false, strike: false, inverse: false };

function styled(style, code) {
  if (code === 0) return PLAIN;
  if (code === 1) return { ...style, bold: true };
  if (code === 2) return { ...style, dim: true };
  if (code === 4) return { ...style, underline: true };
  if (code === 7) return { ...style, inverse: true };
  if (code === 9) return { ...style, strike: true };
  if (code === 22) return { ...style, bold: false, dim: false };
  if (code === 24) return { ...style, underline: false };
  if (code === 27) return { ...style, inverse: false };
  if (code === 29) return { ...style, strike: false };
  if (code >= 30 && code <= 37) return { ...style, colour: PALETTE[code - 30] };
  return code === 39 ? { ...style, colour: undefined } : style;
}

const escaped = (text) => text.replace(/[&<>]/gu, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);

/** Cells of a character: the few wide ones that the samples have. */
const width = (text) =>
  [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u.test(character) ? 2 : 1),
    0,
  );

function drawn(text, style, column, row) {
  const x = MARGIN + column * CELL_WIDTH;
  const y = BAR + MARGIN + row * LINE_HEIGHT;
  const cells = width(text) * CELL_WIDTH;
  const fill = style.inverse ? COLOURS.back : (style.colour ?? (style.dim ? COLOURS.quiet : COLOURS.text));
  const decorations = [style.underline ? "underline" : "", style.strike ? "line-through" : ""]
    .filter(Boolean)
    .join(" ");
  const box = style.inverse
    ? `<rect x="${x.toFixed(1)}" y="${y - 13}" width="${cells.toFixed(1)}" height="${LINE_HEIGHT}" fill="${style.colour ?? COLOURS.text}"/>`
    : "";
  const looks = [
    `fill="${fill}"`,
    style.bold ? 'font-weight="bold"' : "",
    decorations === "" ? "" : `text-decoration="${decorations}"`,
  ].filter(Boolean);
  return `${box}<text x="${x.toFixed(1)}" y="${y}" textLength="${cells.toFixed(1)}" xml:space="preserve" ${looks.join(" ")}>${escaped(text)}</text>`;
}

function svg(screen) {
  let style = PLAIN;
  const shapes = screen
    .split("\n")
    .slice(0, ROWS)
    .flatMap((line, row) => {
      const parts = [];
      let column = 0;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
      for (const [, codes, text] of line.matchAll(/\u001b\[([\d;]*)m|([^\u001b]+)/gu)) {
        if (text === undefined) for (const code of codes.split(";")) style = styled(style, Number(code));
        else {
          if (text.trim() !== "") parts.push(drawn(text, style, column, row));
          column += width(text);
        }
      }
      return parts;
    });
  const [total, height] = [COLUMNS * CELL_WIDTH + 2 * MARGIN, ROWS * LINE_HEIGHT + BAR + MARGIN];
  const buttons = ["#ff5f57", "#febc2e", "#28c840"].map(
    (colour, index) => `<circle cx="${20 + index * 20}" cy="${BAR / 2}" r="6" fill="${colour}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${total.toFixed(0)}" height="${height}" viewBox="0 0 ${total.toFixed(0)} ${height}" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">
<title>misrender review: the original sentence beside the corrected one</title>
<rect width="100%" height="100%" rx="8" fill="${COLOURS.back}"/>
<path d="M0 ${BAR}V8a8 8 0 0 1 8-8h${(total - 16).toFixed(0)}a8 8 0 0 1 8 8v${BAR - 8}z" fill="${COLOURS.bar}"/>
${buttons.join("")}
${shapes.join("\n")}
</svg>
`;
}

mkdirSync("docs", { recursive: true });
writeFileSync(OUTPUT, svg(await capture()));
console.log(`${OUTPUT} drawn.`);
