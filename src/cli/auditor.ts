import type { DocumentAudit } from "../audit/run.ts";
import type { Override } from "../config/config.ts";
import type { SourceFile } from "../core/document.ts";
import { fail, ok, type Result } from "../core/result.ts";
import type { ChosenRules, RuleChoice } from "./rule-choice.ts";

/** Judges the documents of a file. */
export type Auditor = (file: SourceFile) => readonly DocumentAudit[];

type Answer = Result<readonly DocumentAudit[]>;

/** What a file is judged by. */
export interface Standard {
  readonly rules: ChosenRules;
  readonly choice: RuleChoice;
  readonly leastConfidence: number;
  readonly overrides: readonly Override[];
}

/** Compiles the rules and makes an auditor of them. The engine is not even loaded before. */
export async function openAuditor(standard: Standard): Promise<Result<Auditor>> {
  const { rules, leastConfidence, overrides } = standard;
  const [{ compileEngine }, { auditFile }] = await Promise.all([import("./engine.ts"), import("../audit/run.ts")]);
  const engine = compileEngine(rules);
  if (engine.kind === "problem") return engine;
  if (overrides.length > 0) return (await import("./overridden.ts")).openOverridden(standard, engine.value);
  return ok((file) => auditFile(file, engine.value, leastConfidence));
}

const crash = (file: SourceFile, error: unknown): Result<never> =>
  fail({
    where: file.path,
    what: `The audit broke off: ${error instanceof Error ? error.message : String(error)}.`,
    remedy: "This is a mistake of misrender's own; please report it with the text.",
  });

/** Judges a file; a mistake of ours is a problem with this file and no other. */
export function auditSafely(audit: Auditor, file: SourceFile): Answer {
  try {
    return ok(audit(file));
  } catch (error) {
    return crash(file, error);
  }
}

/** Auditing that may go on elsewhere: answers do not depend on where. `tell` hears what share of a file has been done. */
export interface Desk {
  readonly audit: (file: SourceFile, tell: (share: number) => void) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

const sizeOf = ({ pairs }: SourceFile["documents"][number]): number =>
  pairs.reduce((sum, { target, source }) => sum + target.text.length + (source?.text.length ?? 0), 0);

/** A file in up to `most` portions of at least `least` UTF-16 units of text, none of which splits a document. */
function portionsOf(file: SourceFile, most: number, least: number): readonly SourceFile[] {
  const sizes = file.documents.map(sizeOf);
  const goal = Math.max(least, sizes.reduce((sum, size) => sum + size, 0) / most);
  const portions: SourceFile[] = [];
  let from = 0;
  let size = 0;
  for (const [index, own] of sizes.entries()) {
    size += own;
    if (size < goal && index < sizes.length - 1) continue;
    portions.push({ ...file, documents: file.documents.slice(from, index + 1) });
    from = index + 1;
    size = 0;
  }
  return portions.length === 0 ? [file] : portions;
}

/** The answers of a file's portions as one; the first problem is the file's. */
function joined(answers: readonly Answer[]): Answer {
  const documents: DocumentAudit[] = [];
  for (const answer of answers) {
    if (answer.kind === "problem") return answer;
    documents.push(...answer.value);
  }
  return ok(documents);
}

const LEAST_PORTION = 50_000;
/** Portions for which a progress line moves. */
const STEPS = 20;

/** A desk in this thread. It breathes between portions, so that a progress line can move. */
export const ownDesk = (auditor: Auditor): Desk => ({
  async audit(file, tell) {
    const portions = portionsOf(file, STEPS, LEAST_PORTION);
    const answers: Answer[] = [];
    for (const portion of portions) {
      answers.push(auditSafely(auditor, portion));
      tell(1 / portions.length);
      if (portions.length > 1) await new Promise((resolve) => setImmediate(resolve));
    }
    return joined(answers);
  },
  close: async () => {},
});

/** A desk of several workers, among which files and the documents of large files are dealt out. */
export async function openSharedDesk(standard: Standard, workerCount: number): Promise<Result<Desk>> {
  const { workerPool } = await import("./worker-pool.ts");
  const program = new URL("./audit-worker.js", import.meta.url);
  const pool = workerPool<SourceFile | "ready?", Answer>(program, workerCount, standard);
  const close = (): Promise<void> => pool.close();
  const ready = await Promise.all(Array.from({ length: workerCount }, () => pool.run("ready?")));
  const unready = ready.find(({ kind }) => kind === "problem");
  if (unready?.kind === "problem") {
    await close();
    return unready;
  }
  const audit: Desk["audit"] = async (file, tell) => {
    const portions = portionsOf(file, workerCount * 4, LEAST_PORTION);
    const answers = await Promise.all(
      portions.map(async (portion) => {
        const answer = await pool.run(portion).catch((error: unknown) => crash(file, error));
        tell(1 / portions.length);
        return answer;
      }),
    );
    return joined(answers);
  };
  return ok({ audit, close });
}
