import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { misrender, needProgram, PROGRAM } from "../support/program.ts";
import { hasTmux, openTerminal, type PseudoTerminal } from "../support/terminal.ts";

const TEXT = "The the ferry left at noon.\r\n\r\nA buoy was was a float.\r\n\r\nThe the tide turned.\r\n";

if (hasTmux()) needProgram();
else console.warn("No review in a real terminal: tmux is not installed.");

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

interface Setting {
  readonly environment?: Readonly<Record<string, string>>;
  readonly columns?: number;
  readonly rows?: number;
}

function review(
  words: readonly string[],
  { environment = {}, columns = 100, rows = 24 }: Setting = {},
): PseudoTerminal {
  terminal?.close();
  const script = 'cd "$0" && printf "before the review\\n" && exec "$@"';
  const command = ["sh", "-c", script, folder, process.execPath, PROGRAM, "review", ...words];
  terminal = openTerminal({ command, columns, rows, environment });
  return terminal;
}

const journalOf = (path: string): string => `${path}.misrender-review.jsonl`;
const journal = (): string => readFileSync(journalOf(file), "utf8");
const content = (): string => readFileSync(file, "utf8");

describe.skipIf(!hasTmux())("a review in a real terminal", { timeout: 90_000 }, () => {
  test("accepts, ignores, saves to another file and quits", async () => {
    const output = join(folder, "out.txt");
    const screen = review(["ferry.txt", "--output", output]);
    await screen.waitFor("1 of 3");
    screen.press("a");
    await screen.waitFor("2 of 3");
    screen.press("i");
    await screen.waitFor("3 of 3");
    screen.press("i");
    await screen.waitFor("Every finding is decided.");
    screen.press("s");
    await screen.waitFor(`written to ${output}`);
    screen.press("s");
    await screen.waitFor("Saved to");
    screen.press("q");
    expect(await screen.exitCode()).toBe(0);
    expect(readFileSync(output, "utf8")).toBe(TEXT.replace("The the ferry", "The ferry"));
    expect(content()).toBe(TEXT);
  });

  test("gives the screen back as it was, also when it is told to end", async () => {
    const screen = review(["ferry.txt"]);
    await screen.waitFor("1 of 3");
    expect(screen.screen()).not.toContain("before the review");
    screen.press("q");
    await screen.waitFor("before the review");
    expect(screen.screen()).toContain("ferry.txt: 0 accepted, 3 open.");
    const second = review(["ferry.txt"]);
    await second.waitFor("1 of 3");
    second.terminate();
    await second.waitFor("before the review");
    expect(second.screen()).not.toContain("1 of 3");
  });

  test("saves in place what was written by hand, with encoding, mark and line ends kept", async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, "utf16le")]);
    writeFileSync(file, bytes);
    const screen = review(["ferry.txt"]);
    await screen.waitFor("1 of 3");
    screen.press("e");
    await screen.waitFor("Write the repair");
    screen.press("C-u");
    screen.type("That");
    await screen.waitFor("│ That");
    screen.press("Enter");
    await screen.waitFor("2 of 3");
    screen.press("q");
    await screen.waitFor("One change is not saved yet.");
    screen.press("s");
    expect(await screen.exitCode()).toBe(0);
    const expected = Buffer.from(TEXT.replace("The the ferry", "That ferry"), "utf16le");
    expect(readFileSync(file).equals(Buffer.concat([Buffer.from([0xff, 0xfe]), expected]))).toBe(true);
  });

  test("takes pasted text as text", async () => {
    const screen = review(["ferry.txt"]);
    await screen.waitFor("1 of 3");
    screen.paste("aiai\nai");
    await screen.waitFor("nothing was done");
    screen.press("e", "C-u");
    await screen.waitFor("Write the repair");
    screen.paste("A quiet\nferry");
    await screen.waitFor("│ A quiet ferry");
    screen.press("Escape");
    await screen.waitFor("0 decided");
  });

  test("searches, filters, and decides all alike in one go", async () => {
    const screen = review(["ferry.txt"]);
    await screen.waitFor("1 of 3");
    screen.press("/");
    await screen.waitFor("Search:");
    screen.type("buoy");
    await screen.waitFor("1 of 3 findings");
    screen.press("Enter", "0");
    await screen.waitFor("3 findings in the order of the text");
    screen.press("f");
    await screen.waitFor("Show only what is ticked");
    screen.press("Escape");
    await screen.waitFor("3 findings in the order of the text");
    screen.press("g", "Enter", "=");
    await screen.waitFor("Decided alike: 2.");
    expect(screen.screen()).toContain("2 decided · 2 unsaved");
    screen.press("u");
    await screen.waitFor("0 decided");
  });

  test("ignores a rule everywhere, says where that is written, and undoes it", async () => {
    const list = join(folder, ".misrenderignore.yaml");
    const screen = review(["ferry.txt"]);
    await screen.waitFor("1 of 3");
    screen.press("I");
    await screen.waitFor("in this document");
    screen.press("e");
    await screen.waitFor("is ignored everywhere from now on");
    expect(readFileSync(list, "utf8")).toMatch(/^ignores:\n {2}- rule: [\w/-]+\n {4}reason: .+\n$/u);
    screen.press("u");
    await screen.waitFor("is off the list");
    expect(readFileSync(list, "utf8")).toBe("ignores: []\n");
    screen.press("I", "d");
    await screen.waitFor("3 decided");
  });

  test("follows the window down to 40 columns and back, and NO_COLOR", async () => {
    const screen = review(["ferry.txt"], { environment: { NO_COLOR: "1" } });
    await screen.waitFor("? help   q quit");
    const wide = screen.screen();
    expect(screen.styledScreen()).not.toContain("\u001b[");
    expect(wide).toMatch(/Original · line 1 +│ Corrected/u);
    screen.resize(40, 12);
    await expect.poll(() => screen.screen(), { timeout: 10_000 }).toMatch(/^ferry\.txt +1 of 3\nOriginal · line 1\n/u);
    expect(screen.screen().trimEnd().split("\n").length).toBeLessThanOrEqual(12);
    screen.resize(100, 24);
    await expect.poll(() => screen.screen(), { timeout: 10_000 }).toBe(wide);
  });

  test("shows colours where they are wanted, for the background that the terminal names", async () => {
    const screen = review(["ferry.txt"], { environment: { FORCE_COLOR: "1", COLORFGBG: "0;15" } });
    await screen.waitFor("1 of 3");
    expect(screen.styledScreen()).toContain("\u001b[31m");
    expect(screen.styledScreen()).toContain("\u001b[34m");
  });

  test("killed at any time, it goes on where it was", async () => {
    const first = review(["ferry.txt"]);
    await first.waitFor("1 of 3");
    first.press("a");
    await first.waitFor("2 of 3");
    first.press("i");
    await first.waitFor("3 of 3");
    first.kill();
    await first.exitCode();
    expect(journal()).toMatch(/"accepted"[^\n]*\n[^\n]*"ignored"[^\n]*\n$/u);
    const second = review(["ferry.txt"]);
    await second.waitFor("2 decided · 1 unsaved");
    expect(second.screen()).toContain("3 of 3");
    second.press("u");
    await second.waitFor("2 of 3");
    second.press("C-r", "g");
    await second.waitFor("✓ accepted");
    expect(content()).toBe(TEXT);
  });

  test("notices that the file was changed meanwhile, does not write over it, and reads it again", async () => {
    const screen = review(["ferry.txt"]);
    await screen.waitFor("1 of 3");
    screen.press("a");
    await screen.waitFor("2 of 3");
    const changed = `An owl hooted.\r\n\r\n${TEXT}`;
    writeFileSync(file, changed);
    await screen.waitFor("was changed by somebody else");
    screen.press("s", "s");
    await screen.waitFor("It has been changed by somebody else since it was read.");
    expect(content()).toBe(changed);
    screen.press("r");
    await screen.waitFor("was read again");
    expect(screen.screen()).toContain("1 decided · 1 unsaved");
    screen.press("s", "s");
    await screen.waitFor("Saved to");
    expect(content()).toBe(changed.replace("The the ferry", "The ferry"));
  });
});

describe("a journal cut at every byte of its last record", () => {
  test("has all that was recorded before", { timeout: 90_000 }, () => {
    misrender(["review", "ferry.txt", "--plain"], { folder, input: "a\ni\n" });
    const whole = readFileSync(journalOf(file));
    const start = whole.subarray(0, -1).lastIndexOf(0x0a) + 1;
    const cuts = Array.from({ length: whole.length - start }, (_, index) => start + index);
    for (const cut of cuts.filter((_, index) => index % 29 === 0)) {
      writeFileSync(journalOf(file), whole.subarray(0, cut));
      const { stdout, exitCode } = misrender(["review", "ferry.txt", "--plain"], { folder, input: "q\nq\n" });
      expect([exitCode, stdout]).toEqual([0, expect.stringContaining("Finding 2 of 3")]);
      expect(stdout).toContain("1 accepted, 2 open");
    }
  });
});

describe("without a screen", () => {
  test("a review says how to go without one", () => {
    const { exitCode, stderr } = misrender(["review", "ferry.txt"], { folder });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("--plain")]);
  });

  test("line by line it decides and saves the same", () => {
    const answers = "a\nw a name\nm who said so?\ns\ns\nq\n";
    const { exitCode, stdout } = misrender(["review", "ferry.txt", "--plain"], { folder, input: answers });
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining("Saved to ferry.txt.")]);
    expect(content()).toBe(TEXT.replace("The the ferry", "The ferry"));
  });

  test("what was decided is exported as table, labels and precision", () => {
    const exports = ["errors.tsv", "labels.jsonl", "precision.json"].flatMap((name) => ["--export", name]);
    misrender(["review", "ferry.txt", "--plain", "--output", "out.txt"], { folder, input: "a\nw\n" });
    expect(misrender(["review", "ferry.txt", ...exports, "--rater", "mj"], { folder }).exitCode).toBe(0);
    const read = (name: string): string => readFileSync(join(folder, name), "utf8");
    expect(read("errors.tsv").split("\n")[1]).toMatch(/^translation\tferry\.txt\t1\t1\tmj\t\t<v>The the<\/v> ferry/u);
    expect(read("labels.jsonl").trimEnd().split("\n")).toHaveLength(2);
    expect(JSON.parse(read("precision.json")).rules[0]).toMatchObject({ accepted: 1, rejected: 1, precision: 0.5 });
  });

  test("items of a feed are routed into folders, each a feed of its own", () => {
    copyFileSync(join(import.meta.dirname, "../../samples/city-news.zh.rss.xml"), join(folder, "feed.xml"));
    const { exitCode, stdout } = misrender(["review", "feed.xml", "--queue", "routed"], { folder });
    expect([exitCode, stdout]).toEqual([
      0,
      expect.stringMatching(/^feed\.xml: \d to publish, \d to review, \d to reject\.\n$/u),
    ]);
    const feeds = ["publish", "review", "reject"].map((name) =>
      readFileSync(join(folder, "routed", name, "feed.xml"), "utf8"),
    );
    const guids = (text: string): readonly string[] => text.match(/<guid[\s\S]*?<\/guid>/gu) ?? [];
    const all = readFileSync(join(folder, "feed.xml"), "utf8");
    expect(feeds.flatMap(guids).sort()).toEqual([...guids(all)].sort());
    for (const item of all.match(/<item>[\s\S]*?<\/item>/gu) ?? [])
      expect(feeds.filter((each) => each.includes(item))).toHaveLength(1);
  });

  test("own keys are read from a file, and a wrong one is answered with the nearest", () => {
    writeFileSync(join(folder, "keys.yaml"), "acept: y\n");
    const { exitCode, stderr } = misrender(["review", "ferry.txt", "--plain", "--keys", "keys.yaml"], { folder });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("Did you mean “accept”?")]);
  });

  test("a journal that is no file is refused before anything else", () => {
    const words = ["review", "ferry.txt", "--plain", "--journal", "/dev/null"];
    const { exitCode, stderr } = misrender(words, { folder, input: "a\n" });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("It is not an ordinary file.")]);
  });
});
