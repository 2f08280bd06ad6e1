import type { Finding } from "../core/finding.ts";
import type { LapsedSuppression } from "../core/report.ts";

/** How far an ignore reaches within its file. */
export type Reach =
  | { readonly kind: "file" }
  | { readonly kind: "document"; readonly document: string }
  | { readonly kind: "pair"; readonly document: string; readonly pair: string }
  /** Nothing: a comment after the last text, say. */
  | { readonly kind: "nowhere" }
  /** Findings with these words, in a document, or of a fingerprint; what is null does not matter. */
  | {
      readonly kind: "matching";
      readonly document: string | null;
      readonly text: string | null;
      readonly fingerprint: string | null;
    };

/** Somebody's word that findings of a rule, category or dimension are right as they are. */
export interface Ignore {
  readonly by: "inline" | "ignore-file";
  /** Where it is written. */
  readonly path: string;
  readonly line: number;
  /** A rule, a category or a dimension. */
  readonly rule: string;
  readonly reason: string;
  /** The last day on which it holds, as YYYY-MM-DD. */
  readonly expires: string | null;
  readonly reach: Reach;
}

/** Whether a name speaks of findings of this rule and category. */
export const names = (name: string, { rule, category }: Pick<Finding, "rule" | "category">): boolean =>
  name === rule || name === category || category.startsWith(`${name}/`);

function reaches({ target, fingerprint }: Finding, reach: Reach): boolean {
  switch (reach.kind) {
    case "file":
      return true;
    case "document":
      return target.document === reach.document;
    case "pair":
      return target.document === reach.document && target.pair === reach.pair;
    case "nowhere":
      return false;
    case "matching":
      return (
        (reach.document === null || reach.document === target.document) &&
        (reach.text === null || reach.text === target.text) &&
        (reach.fingerprint === null || reach.fingerprint === fingerprint)
      );
  }
}

/** Findings with those marked that are ignored, and the ignores that met one. */
export interface Ignoring {
  readonly findings: readonly Finding[];
  readonly met: ReadonlySet<Ignore>;
}

/** Marks the findings of a file that its ignores speak of. What has expired by `today` meets findings but marks none. */
export function ignoreFindings(findings: readonly Finding[], ignores: readonly Ignore[], today: string): Ignoring {
  const met = new Set<Ignore>();
  if (ignores.length === 0) return { findings, met };
  const marked = findings.map((finding) => {
    const fitting = ignores.filter((ignore) => names(ignore.rule, finding) && reaches(finding, ignore.reach));
    for (const ignore of fitting) met.add(ignore);
    const valid = fitting.find(({ expires }) => expires === null || expires >= today);
    if (valid === undefined) return finding;
    const { by, reason, expires } = valid;
    return { ...finding, suppression: { by, reason, expires } };
  });
  return { findings: marked, met };
}

/** What a report says of an ignore that is left over. */
export function lapsedIgnore({ by, path, line, rule, reason, expires, reach }: Ignore): LapsedSuppression {
  const { document, text, fingerprint } =
    reach.kind === "matching"
      ? reach
      : { document: "document" in reach ? reach.document : null, text: null, fingerprint: null };
  const of = { path: by === "inline" ? path : null, document, text, fingerprint };
  return { by, path, line, rule, of, reason, expires };
}
