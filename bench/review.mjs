// Prints how quick a review of 50,000 findings is: from key to frame, from the end of the audit to the first frame, and its memory.
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { setFlagsFromString } from "node:v8";

// As in the program. React checks itself at every turn unless it is told that nobody develops here.
process.env.NODE_ENV = "production";
setFlagsFromString("--heap-growing-percent=20");
const [{ render }, { createElement }] = await Promise.all([import("ink"), import("react")]);

const FINDINGS = 50_000;
const COLUMNS = 120;
const ROWS = 40;
const ROUNDS = 40;

const dist = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);
const [desks, ports, reduce, session, keymap, screen, strokes, options] = await Promise.all(
  [
    "cli/review/desk.js",
    "cli/review/ports.js",
    "tui/review/reduce.js",
    "tui/review/session.js",
    "tui/keys/keymap.js",
    "tui/screen.js",
    "tui/terminal/strokes.js",
    "cli/report.js",
  ].map(dist),
);

/** A text of as many paragraphs as findings; in each a word stands twice. */
function text() {
  const places = ["harbour", "market", "quay", "station", "bridge", "square", "tower", "mill"];
  return Array.from(
    { length: FINDINGS },
    (_, row) => `Report ${row} came from the ${places[row % 8]}. Nobody saw the the boat at gate ${row % 97} that day.`,
  ).join("\n\n");
}

const folder = mkdtempSync(join(tmpdir(), "misrender-bench-"));
const file = join(folder, "large.txt");
writeFileSync(file, text());

const { auditPlan } = await import("../dist/cli/commands/check.js");
const plan = auditPlan({
  only: ["linguistic-conventions/word-twice"],
  skip: [],
  sensitivity: "normal",
  scope: "article",
  minConfidence: 0,
});
const suppressors = { inline: "refused", sideIgnores: [], baseline: undefined, scope: "changes", today: "2000-01-01" };
const opened = await desks.openDesk([file], plan, { output: undefined, journal: undefined }, suppressors);
if (opened.kind === "problem") throw new Error(opened.problem.what);
const desk = opened.value;
const megabytes = () => Math.round(process.memoryUsage().rss / 1e6);
const afterAudit = megabytes();

let shown = () => undefined;
const stdout = Object.assign(
  new Writable({
    write(_chunk, _encoding, done) {
      shown();
      done();
    },
  }),
  { columns: COLUMNS, rows: ROWS, isTTY: false },
);
const started = performance.now();
const cpuAtStart = process.cpuUsage();
const readings = desk.files.map(({ reading }) => reading);
const rules = options.ruleSummaries(desk.rules, desk.files[0].findings);
const world = ports.portsOf(desk);
const review = session.reviewSession(
  reduce.start({ readings, rules, size: { columns: COLUMNS, rows: ROWS } }),
  keymap.DEFAULT_KEYMAP,
  world,
);
const app = render(
  createElement(screen.ReviewScreen, {
    session: review,
    keymap: keymap.DEFAULT_KEYMAP,
    palette: "dark",
    explain: world.explain,
    place: () => undefined,
  }),
  { stdout, debug: true, patchConsole: false, exitOnCtrlC: false },
);
const startTime = performance.now() - started;
const atStart = process.cpuUsage(cpuAtStart);
console.log(
  `${review.state().items.length} findings; first frame ${startTime.toFixed(0)} ms after the audit (processor ${((atStart.user + atStart.system) / 1000).toFixed(0)} ms)`,
);

const press = (keys) => review.press(strokes.decodeInput(keys).strokes);
const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
const tail = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)];

/** From key to frame, frames included; decisions are written to the journal and synced. */
async function measure(name, keys) {
  const times = [];
  const cpu = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const key of keys) {
      const frame = new Promise((done) => {
        shown = done;
      });
      const from = performance.now();
      press(key);
      await frame;
      times.push(performance.now() - from);
    }
  const { user, system } = process.cpuUsage(cpu);
  const own = (user + system) / 1000 / times.length;
  console.log(
    `${name.padEnd(28)} median ${median(times).toFixed(1)} ms, 95 % under ${tail(times).toFixed(1)} ms, processor ${own.toFixed(1)} ms`,
  );
}

await measure("next, previous finding", ["j", "j", "k"]);
await measure("last, first finding", ["G", "g"]);
await measure("accept, with journal", ["a"]);
await measure("undo, with journal", ["u"]);
await measure("ignore, with journal", ["i"]);
press("l");
await measure("list: down, page, end", ["j", "\u001b[6~", "G", "g"]);
await measure("list: order and group", ["o", "t"]);
const leavePage = () => review.press([{ kind: "key", name: "escape", text: "" }]);
leavePage();
press("d");
await measure("document page", ["j", "n", "k"]);
leavePage();
press("/");
await measure("search, letter by letter", ["b", "o", "a", "t", "\u007f", "\u007f", "\u007f", "\u007f"]);
press("\r");
press("0");
const decided = megabytes();
const all = performance.now();
press("=");
console.log(`${"all alike at once".padEnd(28)} ${(performance.now() - all).toFixed(0)} ms`);
const resident = megabytes();
globalThis.gc?.();
const live = Math.round(process.memoryUsage().heapUsed / 1e6);
console.log(
  `memory: ${afterAudit} MB resident after the audit, ${decided} MB after all these keys, ${resident} MB when all are decided, of which ${live} MB are in use`,
);
app.unmount();
appendFileSync(file, "");
rmSync(folder, { recursive: true, force: true });
process.exit(0);
