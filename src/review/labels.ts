import type { Decision } from "./decision.ts";
import type { Progress } from "./progress.ts";
import { rulingOf } from "./standing.ts";

/** A judgement on one finding, as data to learn and to measure from. */
export interface Label {
  readonly file: string;
  readonly document: string;
  readonly pair: string;
  readonly rule: string;
  readonly category: string;
  readonly severity: string;
  readonly confidence: number;
  /** Offsets in UTF-16 code units of the text of the pair; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sentence: string;
  readonly source: string | null;
  readonly suggestions: readonly string[];
  readonly label: "accepted" | "ignored" | "rejected" | "asked";
  readonly replacement: string | null;
  readonly words: string | null;
  readonly fingerprint: string;
  readonly time: string;
}

const wordsOf = (decision: Decision): string | null =>
  decision.kind === "rejected" ? decision.reason : decision.kind === "asked" ? decision.note : null;

/** The judgements on a file: findings decided by themselves or, where a rule is ignored, with it. */
export function labelsOf(file: string, { stock, standings, history }: Progress): readonly Label[] {
  const { own } = rulingOf(stock, history.decisions);
  const ofRules = new Map(
    history.decisions.flatMap((each) => (each.kind === "ignored-rule" ? [[each.rule, each.time] as const] : [])),
  );
  return stock.entries.flatMap(({ finding, pair, fingerprint }, place): Label[] => {
    const standing = standings[place];
    if (standing === undefined || standing.kind === "open" || standing.kind === "covered") return [];
    const decision = own.get(place)?.decision;
    const { target } = finding;
    return [
      {
        file,
        document: target.document,
        pair: target.pair,
        rule: finding.rule,
        category: finding.category,
        severity: finding.severity,
        confidence: finding.confidence,
        start: target.span.start,
        end: target.span.end,
        text: target.text,
        sentence: finding.context.text,
        source: pair.source?.text ?? null,
        suggestions: finding.suggestions.map(({ replacement }) => replacement),
        label: standing.kind,
        replacement: standing.kind === "accepted" ? standing.replacement : null,
        words: decision === undefined ? null : wordsOf(decision),
        fingerprint,
        time: decision?.time ?? ofRules.get(finding.rule) ?? "",
      },
    ];
  });
}
