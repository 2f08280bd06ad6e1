import { expect, test } from "vitest";
import { indexCollocations } from "../../src/detectors/collocation-index.ts";
import { fileCollocations } from "../../src/detectors/collocation-table.ts";
import { ownSources } from "../support/example.ts";

const files = ownSources.collocations;
const index = indexCollocations(fileCollocations(files));
const things = files.flatMap((file) => Object.entries(file.things));
const classesOf = (noun: string) => things.filter(([, { nouns }]) => nouns.includes(noun)).map(([name]) => name);

test("no verb is both usual and impossible with a noun", () => {
  const clashes = things.flatMap(([name, thing]) =>
    thing.nouns.flatMap((noun) =>
      thing["goes-with"]
        .filter((verb) => index.judgeVerb(verb, noun) !== undefined)
        .map((verb) => `${verb} ${noun} (${name})`),
    ),
  );
  expect(clashes).toEqual([]);
});

test("every repair of an entry goes with the class it is for", () => {
  const clashes = files.flatMap(({ verbs }) =>
    verbs.flatMap(({ repairs }) =>
      Object.entries(repairs).flatMap(([name, candidates]) => {
        const nouns =
          things.find(([each]) => each === name)?.[1].nouns.filter((noun) => classesOf(noun).length === 1) ?? [];
        return candidates
          .filter((verb) => nouns.some((noun) => index.judgeVerb(verb, noun) !== undefined))
          .map((verb) => `${verb} ${name}`);
      }),
    ),
  );
  expect(clashes).toEqual([]);
});

test("an unknown class is refused", () => {
  const verbs = [
    { verbs: ["tease"], never: ["protests"], only: [], except: [], unless: [], because: "…", repairs: {} },
  ];
  expect(() => fileCollocations([{ groups: {}, things: {}, verbs, modifiers: [] }])).toThrow(SyntaxError);
});
