import type { Document, Pair } from "../core/document.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { AnnotatedDocument, AnnotatedPair, Sentence, Token } from "./annotated.ts";
import { spotMentions } from "./mentions.ts";
import { splitSentences } from "./sentences.ts";
import type { Tagger } from "./tagger.ts";

function sentencesOf(text: string, tokens: readonly Token[], knowledge: Knowledge): readonly Sentence[] {
  let from = 0;
  return splitSentences(text).map((span) => {
    while ((tokens[from]?.span.start ?? span.start) < span.start) from += 1;
    let to = from;
    while (to < tokens.length && (tokens[to]?.span.start ?? span.end) < span.end) to += 1;
    const own = tokens.slice(from, to);
    from = to;
    return { text, span, tokens: own, mentions: spotMentions(text, own, knowledge) };
  });
}

const annotatePair = (pair: Pair, tag: Tagger, knowledge: Knowledge): AnnotatedPair => ({
  pair,
  target: pair.target,
  source: pair.source,
  sentences: sentencesOf(pair.target.text, tag(pair.target.text), knowledge),
});

/** Sentences, tokens, parts of speech, lemmas and known names of a document, worked out once for all rules. */
export const annotate = (document: Document, tag: Tagger, knowledge: Knowledge): AnnotatedDocument => ({
  document,
  pairs: document.pairs.map((pair) => annotatePair(pair, tag, knowledge)),
});
