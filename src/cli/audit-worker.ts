import { parentPort, workerData } from "node:worker_threads";
import type { SourceFile } from "../core/document.ts";
import { ok } from "../core/result.ts";
import { auditSafely, openAuditor, type Standard } from "./auditor.ts";

// Judges the files that the main thread hands over, one after the other; asked whether it is ready, it says so.
const standard: Standard = workerData;
const auditor = await openAuditor(standard);
parentPort?.on("message", (task: SourceFile | "ready?") => {
  if (auditor.kind === "problem") parentPort?.postMessage(auditor);
  else parentPort?.postMessage(task === "ready?" ? ok([]) : auditSafely(auditor.value, task));
});
