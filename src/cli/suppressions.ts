import { existsSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { type Ignore, ignoreFindings, lapsedIgnore, names } from "../audit/ignore.ts";
import { inlineIgnores } from "../audit/inline.ts";
import type { DocumentAudit } from "../audit/run.ts";
import type { SideIgnore } from "../config/ignore-file.ts";
import type { SourceFile } from "../core/document.ts";
import { type Finding, isOpen } from "../core/finding.ts";
import type { Fault, LapsedSuppressions } from "../core/report.ts";
import { type Baseline, compareWithBaseline, type Outlook } from "../gate/baseline.ts";
import { commentsIn } from "../readers/comments.ts";
import type { AuditedFile } from "./report.ts";
import { type ChosenRules, unknownName } from "./rule-choice.ts";

/** A baseline and where it stands. */
export interface OpenedBaseline {
  readonly path: string;
  readonly entries: Baseline;
}

const NO_IGNORES = { ignores: [] } as const;

/** Everything that may say of a finding that it does not count. */
export interface Suppressors {
  readonly inline: "honoured" | "refused";
  readonly sideIgnores: readonly SideIgnore[];
  readonly baseline: OpenedBaseline | undefined;
  /** Whether all of the files was looked at: where it was not, nobody knows what is left over. */
  readonly scope: "everything" | "changes";
  /** The day by which expiry is judged, as YYYY-MM-DD. */
  readonly today: string;
}

/** Audited files whose findings are marked where they are suppressed. */
export interface Suppressed {
  readonly audited: readonly AuditedFile[];
  readonly faults: readonly Fault[];
  readonly lapsed: LapsedSuppressions;
}

/** How the paths of an audit look from the folder of a baseline, and which entries it could have found. */
export function outlookFrom(baselinePath: string, audited: readonly AuditedFile[], chosen: ChosenRules): Outlook {
  const folder = dirname(resolve(baselinePath));
  const pathIn = (path: string): string =>
    path.startsWith("<") || /^https?:/u.test(path) ? path : relative(folder, resolve(path)).replaceAll(sep, "/");
  const paths = new Set(audited.map(({ file }) => pathIn(file.path)));
  const running = new Set(chosen.rules.map(({ id }) => id));
  const known = new Set(chosen.source.rules.map(({ id }) => id));
  const isThere = (path: string): boolean =>
    path.startsWith("<") || /^https?:/u.test(path) || existsSync(resolve(folder, path));
  return {
    pathIn,
    isSettled: ({ path, rule }) => (running.has(rule) || !known.has(rule)) && (paths.has(path) || !isThere(path)),
  };
}

/** Replaces the findings of all documents, which come in the same order. */
function withFindings(audited: readonly AuditedFile[], findings: readonly Finding[]): readonly AuditedFile[] {
  let at = 0;
  const replaced = (document: DocumentAudit): DocumentAudit => {
    const own = findings.slice(at, at + document.findings.length);
    at += document.findings.length;
    return { ...document, findings: own };
  };
  return audited.map((file) => ({ ...file, documents: file.documents.map(replaced) }));
}

const ignoresOf = (file: AuditedFile, { inline, sideIgnores }: Suppressors): readonly Ignore[] => [
  ...(inline === "honoured" ? file.ignores : []),
  ...sideIgnores.filter(({ speaksOf }) => speaksOf(file.file.path)).map(({ ignore }) => ignore),
];

/** Ignores that name no known rule: they can only be a mistake. */
const misnamed = (ignores: readonly Ignore[], { source }: ChosenRules): readonly Fault[] =>
  ignores.flatMap(({ path, line, rule }) => unknownName(`${path}:${line}`, [rule], source.rules) ?? []);

/** Marks what comments, the ignore file and the baseline know, and says what of them is left over. */
export function suppress(audited: readonly AuditedFile[], chosen: ChosenRules, suppressors: Suppressors): Suppressed {
  const { inline, baseline, scope, today } = suppressors;
  const spoken = new Set<Ignore>();
  const met = new Set<Ignore>();
  const ignored = audited.map((file) => {
    const ignores = ignoresOf(file, suppressors);
    for (const ignore of ignores) spoken.add(ignore);
    const documents = file.documents.map((document) => {
      const ignoring = ignoreFindings(document.findings, ignores, today);
      for (const ignore of ignoring.met) met.add(ignore);
      return { ...document, findings: ignoring.findings };
    });
    return { ...file, documents };
  });
  const ran = (ignore: Ignore): boolean =>
    scope === "everything" && chosen.rules.some(({ id, category }) => names(ignore.rule, { rule: id, category }));
  const all = [...spoken];
  const lapsed = {
    unused: all.filter((each) => !met.has(each) && ran(each)).map(lapsedIgnore),
    expired: all.filter((each) => met.has(each) && each.expires !== null && each.expires < today).map(lapsedIgnore),
  };
  const faults = [
    ...(inline === "honoured" ? audited.flatMap(({ ignoreProblems }) => ignoreProblems) : []),
    ...misnamed(all, chosen),
  ];
  if (baseline === undefined) return { audited: ignored, faults, lapsed: { ...lapsed, stale: [] } };
  const findings = ignored.flatMap(({ documents }) => documents.flatMap((each) => each.findings));
  const whole = outlookFrom(baseline.path, audited, chosen);
  const outlook = scope === "everything" ? whole : { ...whole, isSettled: () => false };
  const compared = compareWithBaseline(findings, baseline, outlook, today);
  return {
    audited: withFindings(ignored, compared.findings),
    faults,
    lapsed: { unused: lapsed.unused, stale: compared.stale, expired: [...lapsed.expired, ...compared.expired] },
  };
}

/** The findings of a file that nobody ignores, in comments or in the ignore file; for those who would change the text. */
export function unignored(
  file: SourceFile,
  findings: readonly Finding[],
  { inline, sideIgnores, today }: Suppressors,
): readonly Finding[] {
  const { ignores } = inline === "honoured" ? inlineIgnores(file, commentsIn(file.format, file.text)) : NO_IGNORES;
  const beside = sideIgnores.filter(({ speaksOf }) => speaksOf(file.path)).map(({ ignore }) => ignore);
  return ignoreFindings(findings, [...ignores, ...beside], today).findings.filter(isOpen);
}
