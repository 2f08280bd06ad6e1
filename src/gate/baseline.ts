import type { Finding } from "../core/finding.ts";
import type { LapsedSuppression } from "../core/report.ts";

/** Findings of one document that are alike to the letter and known: they do not count until the day in `expires` is over. */
export interface BaselineEntry {
  /** Seen from the folder of the baseline, with slashes. */
  readonly path: string;
  /** Of a feed, the GUID of the item. */
  readonly document: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly count: number;
  /** The marked words, for people. */
  readonly text: string;
  readonly reason: string | null;
  readonly expires: string | null;
}

/** All known findings, in the order of their file. */
export type Baseline = readonly BaselineEntry[];

/** What new entries are given. */
export interface Acceptance {
  readonly reason: string | null;
  readonly expires: string | null;
}

/** How a baseline looks at the findings of an audit. */
export interface Outlook {
  /** The path of an audited file as the baseline writes it. */
  readonly pathIn: (path: string) => string;
  /** Whether an entry that was not found is gone: its file was audited or removed, its rule ran. */
  readonly isSettled: (entry: BaselineEntry) => boolean;
}

/** Findings that are alike differ in the number after their fingerprint; the baseline counts them instead. */
const sharedFingerprint = (fingerprint: string): string => fingerprint.replace(/-\d+$/u, "");

const keyOf = (path: string, document: string, fingerprint: string): string =>
  [path, document, fingerprint].join("\u0000");
const entryKey = ({ path, document, fingerprint }: BaselineEntry): string => keyOf(path, document, fingerprint);
const findingKey = ({ target, fingerprint }: Finding, { pathIn }: Outlook): string =>
  keyOf(pathIn(target.path), target.document, sharedFingerprint(fingerprint));

/** How many findings there are of each key. */
function countsOf(findings: readonly Finding[], outlook: Outlook): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const key = findingKey(finding, outlook);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const inText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Entries in an order that depends on nothing but themselves. */
const sorted = (entries: readonly BaselineEntry[]): Baseline =>
  [...entries].sort(
    (a, b) =>
      inText(a.path, b.path) ||
      inText(a.document, b.document) ||
      inText(a.rule, b.rule) ||
      inText(a.fingerprint, b.fingerprint),
  );

/** The baseline that also knows these findings. What is known keeps its reason and its last day, unless it has expired by `today`. */
export function acceptFindings(
  baseline: Baseline,
  findings: readonly Finding[],
  outlook: Outlook,
  { reason, expires, today }: Acceptance & { readonly today: string },
): Baseline {
  const entries = new Map(baseline.map((entry) => [entryKey(entry), entry]));
  const counts = countsOf(findings, outlook);
  for (const { target, rule, fingerprint, ...finding } of findings) {
    const key = findingKey({ target, rule, fingerprint, ...finding }, outlook);
    const known = entries.get(key);
    const isValid = known !== undefined && !isOver(known, today);
    entries.set(key, {
      path: outlook.pathIn(target.path),
      document: target.document,
      rule,
      fingerprint: sharedFingerprint(fingerprint),
      count: Math.max(counts.get(key) ?? 1, isValid ? known.count : 0),
      text: target.text,
      reason: isValid ? known.reason : (reason ?? known?.reason ?? null),
      expires: isValid ? known.expires : expires,
    });
  }
  return sorted([...entries.values()]);
}

/** The baseline without what is gone; counts go down to what was found. Nothing new is accepted. */
export function pruneBaseline(baseline: Baseline, findings: readonly Finding[], outlook: Outlook): Baseline {
  const counts = countsOf(findings, outlook);
  return sorted(
    baseline.flatMap((entry) => {
      const count = counts.get(entryKey(entry)) ?? 0;
      if (!outlook.isSettled(entry) || count >= entry.count) return [entry];
      return count === 0 ? [] : [{ ...entry, count }];
    }),
  );
}

/** Whether the last day of a suppression is over. */
const isOver = ({ expires }: Pick<BaselineEntry, "expires">, today: string): boolean =>
  expires !== null && expires < today;

const lapsed = (entry: BaselineEntry, baselinePath: string): LapsedSuppression => ({
  by: "baseline",
  path: baselinePath,
  line: null,
  rule: entry.rule,
  of: { path: entry.path, document: entry.document, text: entry.text, fingerprint: entry.fingerprint },
  reason: entry.reason,
  expires: entry.expires,
});

/** Findings with their state, and what is left over of the baseline. */
export interface Comparison {
  readonly findings: readonly Finding[];
  readonly stale: readonly LapsedSuppression[];
  readonly expired: readonly LapsedSuppression[];
}

/** Marks what the baseline knows. What has expired is known, but counts again; of more findings than an entry counts, the last are new. */
export function compareWithBaseline(
  findings: readonly Finding[],
  { path, entries }: { readonly path: string; readonly entries: Baseline },
  outlook: Outlook,
  today: string,
): Comparison {
  const known = new Map(entries.map((entry) => [entryKey(entry), { entry, left: entry.count }]));
  const marked = findings.map((finding): Finding => {
    const place = known.get(findingKey(finding, outlook));
    if (place === undefined || place.left === 0) return { ...finding, baselineState: "new" };
    place.left -= 1;
    const { reason, expires } = place.entry;
    const suppression =
      finding.suppression ?? (isOver(place.entry, today) ? null : ({ by: "baseline", reason, expires } as const));
    return { ...finding, suppression, baselineState: "unchanged" };
  });
  const places = [...known.values()];
  return {
    findings: marked,
    stale: places
      .filter(({ entry, left }) => left > 0 && outlook.isSettled(entry))
      .map(({ entry }) => lapsed(entry, path)),
    expired: places
      .filter(({ entry, left }) => left < entry.count && isOver(entry, today))
      .map(({ entry }) => lapsed(entry, path)),
  };
}
