import { basename, resolve } from "node:path";
import type { DocumentAudit } from "../audit/run.ts";
import type { Evidence, Finding, Place } from "../core/finding.ts";
import { formatByEnding } from "../readers/index.ts";
import type { AuditPlan } from "./audit-paths.ts";
import { type Cache, cacheKey } from "./cache.ts";
import type { InputBytes } from "./inputs.ts";
import type { AuditedFile } from "./report.ts";
import type { ChosenRules } from "./rule-choice.ts";
import { buildHash, TOOL } from "./tool.ts";

/** Audits of earlier runs, found by all they depend on: the bytes, the rules, the options and the tool, but not the folder. */
export interface KnownAudits {
  readonly find: (input: InputBytes) => AuditedFile | undefined;
  readonly keep: (input: InputBytes, audited: AuditedFile) => void;
}

const placed = (place: Place, path: string): Place => ({ ...place, path });

const evidencePlaced = (evidence: Evidence, path: string): Evidence =>
  evidence.kind === "fact" ? evidence : { ...evidence, place: placed(evidence.place, path) };

const findingPlaced = (finding: Finding, path: string): Finding => ({
  ...finding,
  target: placed(finding.target, path),
  related: finding.related.map((evidence) => evidencePlaced(evidence, path)),
});

/** The same audit of the same bytes under another path. */
const auditPlaced = (audited: AuditedFile, path: string): AuditedFile =>
  audited.file.path === path
    ? audited
    : {
        file: { ...audited.file, path },
        ignores: audited.ignores.map((ignore) => ({ ...ignore, path })),
        ignoreProblems: audited.ignoreProblems.map((problem) => ({
          ...problem,
          where: path + problem.where.slice(audited.file.path.length),
        })),
        documents: audited.documents.map((document) => ({
          ...document,
          findings: document.findings.map((finding) => findingPlaced(finding, path)),
        })),
      };

const isFaultless = ({ faults }: DocumentAudit): boolean => faults.length === 0;

/** The audits that a cache has of texts read and judged in one way. */
export function knownAudits(cache: Cache, plan: AuditPlan, { source, rules, table }: ChosenRules): KnownAudits {
  const { input, leastConfidence, overrides } = plan;
  const standard = cacheKey(
    TOOL.version,
    buildHash(),
    JSON.stringify([source.hashes, table.digest, rules, input, leastConfidence, overrides]),
  );
  const keyOf = ({ name, bytes, format, charset = "" }: InputBytes): string =>
    cacheKey(
      standard,
      input.inputFormat ?? format ?? formatByEnding(name) ?? "",
      charset,
      overrides.length === 0 ? basename(name) : resolve(name),
      bytes,
    );
  return {
    find(given) {
      const found = cache.read(keyOf(given));
      // Only what `keep` wrote is found under such a key, and its checksum was right.
      return found === undefined ? undefined : auditPlaced(found as AuditedFile, given.name);
    },
    keep(given, audited) {
      if (audited.documents.every(isFaultless)) cache.keep(keyOf(given), audited);
    },
  };
}
