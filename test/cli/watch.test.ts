import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { misrender, needProgram, PROGRAM } from "../support/program.ts";

let folder = "";
beforeAll(() => {
  needProgram();
  folder = mkdtempSync(join(tmpdir(), "misrender-watch-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a running program says: waits until it has said something new that fits. */
function listenTo(program: ChildProcessWithoutNullStreams) {
  let heard = "";
  program.stdout.setEncoding("utf8").on("data", (text: string) => {
    heard += text;
  });
  return async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = pattern.exec(heard);
      if (found !== null) {
        const upTo = heard.slice(0, found.index + found[0].length);
        heard = heard.slice(upTo.length);
        return upTo;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
}

test("audits again when files change, come and go, goes on after a broken one, and ends at Ctrl-C", async () => {
  const texts = join(folder, "texts");
  mkdirSync(texts);
  writeFileSync(join(texts, "one.txt"), "It it rains.\n");
  const program = spawn(process.execPath, [PROGRAM, "watch", "texts"], { cwd: folder });
  const ended = new Promise<number | null>((resolve) => program.on("close", resolve));
  const hears = listenTo(program);
  expect(await hears(/Watching 1 file\./u)).toContain("word-twice");
  writeFileSync(join(texts, "one.txt"), "It rains.\n");
  expect(await hears(/Watching 1 file\./u)).not.toContain("word-twice");
  writeFileSync(join(texts, "two.xml"), "<rss><channel></rss>");
  expect(await hears(/Watching 2 files\./u)).toContain("This is not XML that can be read");
  rmSync(join(texts, "two.xml"));
  expect(await hears(/Watching 1 file\./u)).toContain("two.xml is gone.");
  program.kill("SIGINT");
  expect(await ended).toBe(0);
});

test.each([
  ["nowhere", /nowhere: There is no such file or folder\./u],
  ["-", /It cannot be watched\./u],
  ["https://example.org/", /It cannot be watched\./u],
])("%s is refused", (path, complaint) => {
  const outcome = misrender(["watch", path], { folder });
  expect(outcome).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringMatching(complaint) });
});
