import { Buffer } from "node:buffer";
import { parentPort, workerData } from "node:worker_threads";
import type { SourceFile } from "../core/document.ts";
import { ok } from "../core/result.ts";
import { auditSafely, openAuditor, type Standard } from "./auditor.ts";

/** On its way to a worker a buffer becomes a plain array of bytes. */
function received({ rules, ...rest }: Standard): Standard {
  const { buffer, byteOffset, byteLength } = rules.source.drawer;
  return {
    ...rest,
    rules: { ...rules, source: { ...rules.source, drawer: Buffer.from(buffer, byteOffset, byteLength) } },
  };
}

// Judges the files that the main thread hands over, one after the other; asked whether it is ready, it says so.
const auditor = await openAuditor(received(workerData));
parentPort?.on("message", (task: SourceFile | "ready?") => {
  if (auditor.kind === "problem") parentPort?.postMessage(auditor);
  else parentPort?.postMessage(task === "ready?" ? ok([]) : auditSafely(auditor.value, task));
});
