import type { Progress } from "./progress.ts";

/** How a rule did at a desk. */
export interface Precision {
  readonly rule: string;
  readonly accepted: number;
  readonly rejected: number;
  readonly ignored: number;
  readonly asked: number;
  readonly open: number;
  /** The share of right flags among those judged right or wrong; undefined where none was. */
  readonly precision: number | undefined;
}

type Counts = { -readonly [Key in "accepted" | "rejected" | "ignored" | "asked" | "open"]: number };

/** How each rule did, by name; a covered finding is no judgement. */
export function precisions(files: readonly Pick<Progress, "stock" | "standings">[]): readonly Precision[] {
  const byRule = new Map<string, Counts>();
  for (const { stock, standings } of files)
    for (const [place, { kind }] of standings.entries()) {
      const rule = stock.entries[place]?.finding.rule;
      if (rule === undefined) continue;
      const counts = byRule.get(rule) ?? { accepted: 0, rejected: 0, ignored: 0, asked: 0, open: 0 };
      byRule.set(rule, counts);
      if (kind !== "covered") counts[kind] += 1;
    }
  return [...byRule]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, counts]) => {
      const judged = counts.accepted + counts.rejected;
      return { rule, ...counts, precision: judged === 0 ? undefined : counts.accepted / judged };
    });
}

const UNUSED = { accepted: 0, rejected: 0, ignored: 0, asked: 0, open: 0, precision: undefined };

/** How one rule did. */
export const precisionOf = (files: readonly Pick<Progress, "stock" | "standings">[], rule: string): Precision =>
  precisions(files).find((each) => each.rule === rule) ?? { rule, ...UNUSED };

/** The same in words. */
export function precisionWords({ accepted, rejected, ignored, asked, open, precision }: Precision): string {
  const share =
    precision === undefined
      ? "not judged yet"
      : `${Math.round(precision * 100)} % right of ${accepted + rejected} judged`;
  return `${share} · ${accepted} accepted, ${rejected} wrong, ${ignored} ignored, ${asked} asked, ${open} open`;
}
