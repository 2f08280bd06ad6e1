import type { Comment, Document, Pair, SourceFile } from "../core/document.ts";
import { fail, ok, type Problem, type Result } from "../core/result.ts";
import { lineIndex } from "../text/lines.ts";
import type { Ignore, Reach } from "./ignore.ts";

const FORMS = ["misrender-ignore", "misrender-ignore-next", "misrender-ignore-item", "misrender-ignore-file"] as const;
type Form = (typeof FORMS)[number];

/** What a comment says, before it is known which text it speaks of. */
interface Directive {
  readonly form: Form;
  readonly rules: readonly string[];
  readonly reason: string;
  readonly expires: string | null;
}

const EXAMPLE = "Write it like <!-- misrender-ignore style/awkward: the poem is quoted -->.";
const isDay = (written: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(written) && !Number.isNaN(Date.parse(written));

/** Takes `misrender-ignore RULES until DAY: reason` apart; undefined where the comment is about something else. */
function directiveIn(where: string, text: string): Result<Directive> | undefined {
  const match = /^\s*(misrender-ignore[\w-]*)(.*)$/su.exec(text);
  if (match === null) return undefined;
  const [, name = "", rest = ""] = match;
  const form = FORMS.find((each) => each === name);
  if (form === undefined)
    return fail({ where, what: `There is no comment “${name}”.`, remedy: `Known: ${FORMS.join(", ")}.` });
  const colon = rest.indexOf(":");
  const reason =
    colon < 0
      ? ""
      : rest
          .slice(colon + 1)
          .replace(/\s+/gu, " ")
          .trim();
  const [written = "", expires = null, ...more] = (colon < 0 ? rest : rest.slice(0, colon))
    .trim()
    .split(/\s+until\s+/u);
  const rules = written.split(/[\s,]+/u).filter((rule) => rule !== "");
  if (rules.length === 0) return fail({ where, what: "This ignore names no rule.", remedy: EXAMPLE });
  if (reason === "") return fail({ where, what: "This ignore gives no reason.", remedy: EXAMPLE });
  if (more.length > 0 || (expires !== null && !isDay(expires)))
    return fail({ where, what: "After “until” there is no day.", remedy: "Write it as YYYY-MM-DD." });
  return ok({ form, rules, reason, expires });
}

/** A text and where it stands in the file. */
interface Located {
  readonly document: Document;
  readonly pair: Pair;
  readonly start: number;
  readonly end: number;
}

/** All texts of a file in the order in which they stand there. */
const locatedPairs = ({ documents }: SourceFile): readonly Located[] =>
  documents
    .flatMap((document) =>
      document.pairs.flatMap((pair) => {
        const [first, last] = [pair.target.runs[0], pair.target.runs.at(-1)];
        return first === undefined || last === undefined
          ? []
          : [{ document, pair, start: Number(first.file.start), end: Number(last.file.end) }];
      }),
    )
    .sort((a, b) => a.start - b.start);

function reachOf(form: Form, { file }: Comment, pairs: readonly Located[]): Reach {
  const around = pairs.find(({ start, end }) => start <= file.start && file.end <= end);
  const next = pairs.find(({ start }) => start >= file.end);
  switch (form) {
    case "misrender-ignore-file":
      return { kind: "file" };
    case "misrender-ignore-item": {
      const before = pairs.findLast(({ end }) => end <= file.start);
      const isWithin = before !== undefined && before.document === next?.document;
      const document = (around ?? (isWithin ? before : (next ?? before)))?.document;
      return document === undefined ? { kind: "nowhere" } : { kind: "document", document: document.id };
    }
    default: {
      const meant = form === "misrender-ignore" ? (around ?? next) : next;
      return meant === undefined
        ? { kind: "nowhere" }
        : { kind: "pair", document: meant.document.id, pair: meant.pair.id };
    }
  }
}

/** Ignores in a file's comments, and comments that want to be one but are not. */
export interface InlineIgnores {
  readonly ignores: readonly Ignore[];
  readonly problems: readonly Problem[];
}

/** Reads the ignores in the comments of a file. */
export function inlineIgnores(file: SourceFile, comments: readonly Comment[]): InlineIgnores {
  const ours = comments.filter(({ text }) => text.includes("misrender-ignore"));
  if (ours.length === 0) return { ignores: [], problems: [] };
  const pairs = locatedPairs(file);
  const lineOf = lineIndex(file.text);
  const ignores: Ignore[] = [];
  const problems: Problem[] = [];
  for (const comment of ours) {
    const { line } = lineOf(comment.file.start);
    const directive = directiveIn(`${file.path}:${line}`, comment.text);
    if (directive?.kind === "problem") problems.push(directive.problem);
    if (directive?.kind !== "ok") continue;
    const { form, rules, reason, expires } = directive.value;
    const reach = reachOf(form, comment, pairs);
    for (const rule of rules) ignores.push({ by: "inline", path: file.path, line, rule, reason, expires, reach });
  }
  return { ignores, problems };
}
