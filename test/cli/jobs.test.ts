import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type WorkerPool, workerPool } from "../../src/cli/worker-pool.ts";
import { misrender, needProgram } from "../support/program.ts";

const PROGRAM = pathToFileURL(join(import.meta.dirname, "../fixtures/cli/fragile-worker.mjs"));
type Task = number | "exit" | "throw";

async function withPool<Value>(
  count: number,
  work: (pool: WorkerPool<Task, unknown>) => Promise<Value>,
): Promise<Value> {
  const pool = workerPool<Task, unknown>(PROGRAM, count, "data");
  const value = await work(pool);
  await pool.close();
  return value;
}

describe("a pool of workers", () => {
  test.each([1, 2, 5])("%i workers answer every task", async (count) => {
    const tasks = Array.from({ length: 20 }, (_, index) => index);
    const answers = await withPool(count, (pool) => Promise.all(tasks.map((task) => pool.run(task))));
    expect(answers).toEqual(tasks.map((task) => [task * 2, "data"]));
  });

  test.each(["exit", "throw"] as const)("a worker that dies (%s) fails its own task only", async (death) => {
    const outcomes = await withPool(2, (pool) =>
      Promise.allSettled(([1, death, 2, death, death, 3] as const).map((task) => pool.run(task))),
    );
    expect(outcomes.map((outcome) => (outcome.status === "fulfilled" ? outcome.value : "failed"))).toEqual([
      [2, "data"],
      "failed",
      [4, "data"],
      "failed",
      "failed",
      [6, "data"],
    ]);
  });

  test("a program that is not there fails every task", async () => {
    const pool = workerPool<Task, unknown>(new URL("nowhere.mjs", PROGRAM), 2, undefined);
    const outcomes = await Promise.allSettled([pool.run(1), pool.run(2), pool.run(3)]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    await pool.close();
  });
});

describe("misrender check --jobs", () => {
  let folder = "";
  /** Some 1,000 letters, with one flaw in every tenth item. */
  const item = (index: number): string => {
    const lines = Array.from(
      { length: 20 },
      (_, line) => `The ferry number ${index * line} leaves the old quay at six.`,
    );
    const flaw = index % 10 === 0 ? "It it rains." : "It rains.";
    return `<item><guid>${index}</guid><title>Ferry ${index}</title><description>${lines.join(" ")} ${flaw}</description></item>`;
  };
  beforeAll(() => {
    needProgram();
    folder = mkdtempSync(join(tmpdir(), "misrender-jobs-"));
    const items = Array.from({ length: 190 }, (_, index) => item(index)).join("\n");
    writeFileSync(join(folder, "feed.xml"), `<rss version="2.0"><channel>${items}</channel></rss>`);
    for (const name of ["a", "b", "c"]) writeFileSync(join(folder, `${name}.txt`), `${name}: It it rains.\n`);
    writeFileSync(join(folder, "broken.xml"), "<rss><channel></rss>");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const check = (words: string) => misrender(["check", ...words.split(" ")], { folder });

  test("a big feed and small files give the same report from any number of jobs", () => {
    const words = "a.txt feed.xml missing.txt b.txt broken.xml c.txt --format json";
    const alone = check(words);
    expect(alone.exitCode).toBe(2);
    expect(check(`${words} --jobs 3`)).toEqual(alone);
  });

  test.each(["0", "many"])("--jobs %s is refused", (count) => {
    expect(check(`a.txt --jobs=${count}`)).toMatchObject({
      exitCode: 2,
      stdout: "",
      stderr: expect.stringMatching(/whole number from 1 to 64, or “auto”/u),
    });
  });
});
