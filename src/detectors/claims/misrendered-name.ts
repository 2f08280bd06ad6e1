import type { Detection } from "../detector.ts";
import { ask, found } from "../detector.ts";
import { type ClaimReader, spanOf, wordsOf } from "./reading.ts";

/** A name that machine translation has put into English word for word, as the knowledge lists them. */
export const misrenderedName: ClaimReader = function* ({ target: sentence }, knowledge): Iterable<Detection> {
  for (const { start, end, form, entities } of sentence.mentions) {
    const [entity] = entities;
    const [name] = entity?.names ?? [];
    if (form !== "misrendered" || entity === undefined || name === undefined) continue;
    yield found(
      spanOf(sentence, start, end),
      { match: wordsOf(sentence, start, end), name },
      {
        suggest: () => [
          ask(name, "The name as English writes it."),
          ...entity.acronyms.slice(0, 1).map((short) => ask(short, "Its usual short form.")),
        ],
        clues: () => [
          {
            kind: "fact",
            statement: `“${wordsOf(sentence, start, end)}” is ${name}`,
            source: knowledge.citation(entity),
          },
        ],
      },
    );
  }
};
