import { contains, overlap, type TextSpan, textIn, textSpan } from "../../core/span.ts";
import { type AcceptedRepair, acceptedRepairs, obstacleTo, repairOf, type Standing } from "../../review/standing.ts";
import { applyRepairs } from "../../suggest/repair.ts";
import type { Item, ReviewedDocument } from "./files.ts";
import { type State, standingAt } from "./state.ts";

/** The finding at the cursor and what is to become of it. */
export interface Current extends Item {
  readonly standing: Standing;
  readonly document: ReviewedDocument | undefined;
  /** What would stand there: written by hand, chosen, accepted before, or the best suggestion. */
  readonly replacement: string | undefined;
  /** Accepted repairs in the same text. */
  readonly accepted: readonly AcceptedRepair[];
  readonly obstacle: AcceptedRepair | undefined;
}

/** The accepted repairs in the text of a finding. */
export function acceptedAround({ sitting }: State, { file, place }: Item): readonly AcceptedRepair[] {
  const progress = sitting.files[file];
  if (progress === undefined) return [];
  const { stock, standings } = progress;
  const places = stock.neighbours[place] ?? [];
  const entries = places.flatMap((each) => stock.entries[each] ?? []);
  return acceptedRepairs(
    entries,
    places.flatMap((each) => standings[each] ?? []),
  );
}

function replacementFor({ mode, choice }: State, { entry }: Item, standing: Standing): string | undefined {
  const { suggestions } = entry.finding;
  if (mode.kind === "edit" && mode.purpose === "repair") return mode.editor.text;
  if (choice !== undefined) return suggestions[choice]?.replacement;
  return standing.kind === "accepted" ? standing.replacement : suggestions[0]?.replacement;
}

/** The finding at the cursor; undefined where there is none. */
export function currentOf(state: State): Current | undefined {
  const item = state.items[state.cursor];
  if (item === undefined) return undefined;
  const standing = standingAt(state, state.cursor);
  const replacement = replacementFor(state, item, standing);
  const accepted = acceptedAround(state, item);
  const file = state.files[item.file];
  return {
    ...item,
    standing,
    document: file?.documents[file.documentOf[item.place] ?? -1],
    replacement,
    accepted,
    obstacle: replacement === undefined ? undefined : obstacleTo(item.entry, replacement, accepted),
  };
}

/** A span of a text, counted from the start of a sentence in it and kept inside the sentence. */
function within(sentence: TextSpan, { start, end }: TextSpan): TextSpan {
  const length = sentence.end - sentence.start;
  const inside = (offset: number): number => Math.min(Math.max(offset - sentence.start, 0), length);
  return textSpan(inside(start), inside(end));
}

/** The sentence of a finding, as it is and as it would be with what is accepted and proposed. */
export interface Comparison {
  readonly original: string;
  readonly flaw: TextSpan;
  readonly corrected: string;
}

/** The current proposal counts unless the finding is settled otherwise or its words are already taken. */
function repairsFor({ choice, mode }: State, current: Current): readonly AcceptedRepair[] {
  const { entry, standing, replacement, obstacle } = current;
  const others = current.accepted.filter((each) => each.entry !== entry);
  const isByHand = choice !== undefined || (mode.kind === "edit" && mode.purpose === "repair");
  const isProposed = isByHand || standing.kind === "open" || standing.kind === "accepted" || standing.kind === "asked";
  if (!isProposed || replacement === undefined || obstacle !== undefined) return others;
  return [...others, { ...repairOf(entry, replacement), entry }];
}

/** The sentence of a finding with some repairs in it. */
export function sentenceWith({ entry: { finding, pair } }: Item, repairs: readonly AcceptedRepair[]): string {
  const { span } = finding.context;
  const inSentence = repairs
    .filter(({ entry }) => overlap(span, entry.finding.target.span) || contains(span, entry.finding.target.span))
    .map((repair) => ({ span: within(span, repair.span), replacement: repair.replacement }));
  return applyRepairs(textIn(pair.target.text, span), inSentence);
}

/** The sentence at the cursor, before and after. */
export function comparisonOf(state: State, current: Current): Comparison {
  const { finding, pair } = current.entry;
  const { span } = finding.context;
  return {
    original: textIn(pair.target.text, span),
    flaw: within(span, finding.target.span),
    corrected: sentenceWith(current, repairsFor(state, current)),
  };
}
