import { groupOf, type PatternGroup } from "./automaton.ts";
import { acronym } from "./claims/acronym.ts";
import { based } from "./claims/based.ts";
import { BORDER_WORDS, border } from "./claims/border.ts";
import { capital } from "./claims/capital.ts";
import { continent } from "./claims/continent.ts";
import { currency } from "./claims/currency.ts";
import { demonym, TOWNS } from "./claims/demonym.ts";
import { FOUNDING, founder } from "./claims/founder.ts";
import { government, RULERS } from "./claims/government.ts";
import { inside } from "./claims/inside.ts";
import { institution } from "./claims/institution.ts";
import { leader } from "./claims/leader.ts";
import { membership } from "./claims/membership.ts";
import { misrenderedName } from "./claims/misrendered-name.ts";
import { neighbour } from "./claims/neighbour.ts";
import { office } from "./claims/office.ts";
import { TITLE_WORDS } from "./claims/office-reading.ts";
import { ruler } from "./claims/ruler.ts";
import { BODIES, seatOfPower } from "./claims/seat-of-power.ts";
import { OPPOSING, selfOpposition } from "./claims/self-opposition.ts";
import { uprising } from "./claims/uprising.ts";
import { defineDetector } from "./detector.ts";

/** The kinds of claim that can be read, each with the slots its message may use; `words` are those around which it is read, absent where any known name may begin it. */
const CLAIMS = {
  acronym: { read: acronym, slots: ["acronym", "name", "right", "owner"], words: undefined },
  based: { read: based, slots: ["body", "city", "seat"], words: ["based", "headquarters", "headquartered"] },
  border: { read: border, slots: ["claim", "fact"], words: BORDER_WORDS },
  capital: { read: capital, slots: ["city", "country", "capital"], words: ["capital"] },
  continent: {
    read: continent,
    slots: ["country", "part", "continent"],
    words: "country countries nation nations state states republic kingdom".split(" "),
  },
  currency: { read: currency, slots: ["match", "country", "money"], words: undefined },
  demonym: { read: demonym, slots: ["city", "country", "host"], words: TOWNS },
  founder: { read: founder, slots: ["name", "group", "founder"], words: FOUNDING },
  government: { read: government, slots: ["group", "claim", "country"], words: RULERS },
  inside: { read: inside, slots: ["city", "country", "host"], words: undefined },
  institution: { read: institution, slots: ["body", "host", "country"], words: undefined },
  leader: {
    read: leader,
    slots: ["name", "group", "own"],
    words: ["leader", "head", "chief", "commander", "chairman", "led", "headed"],
  },
  membership: { read: membership, slots: ["claim", "fact"], words: ["member", "members", "part"] },
  "misrendered-name": { read: misrenderedName, slots: ["match", "name"], words: undefined },
  neighbour: {
    read: neighbour,
    slots: ["claim", "fact"],
    words: ["neighbouring", "neighboring", "neighbour", "neighbor"],
  },
  office: { read: office, slots: ["claim", "fact"], words: TITLE_WORDS },
  ruler: { read: ruler, slots: ["claim", "fact"], words: RULERS },
  "seat-of-power": { read: seatOfPower, slots: ["claim", "city", "country", "host"], words: BODIES },
  "self-opposition": { read: selfOpposition, slots: ["name", "claim"], words: OPPOSING },
  uprising: {
    read: uprising,
    slots: ["claim", "group", "uprising"],
    words: ["insurgency", "rebellion", "insurrection", "coup"],
  },
} as const;

const anyOf = (words: readonly string[]): PatternGroup =>
  groupOf(
    [
      {
        elements: [{ test: { kind: "words", words }, least: 1, most: 1 }],
        atStart: false,
        atEnd: false,
        entry: 0,
        role: "find",
      },
    ],
    [],
  );

/** Claims about the world, judged by the knowledge as of the document's date. */
export const claim = defineDetector({
  needsSource: false,
  options: (z) => z.strictObject({ claim: z.enum(Object.keys(CLAIMS) as (keyof typeof CLAIMS)[]) }),
  slots: ({ claim: kind }) => CLAIMS[kind].slots,
  configure: ({ claim: kind }, { knowledge }) => {
    const { read, words } = CLAIMS[kind];
    return {
      scope: "sentence",
      patterns: words === undefined ? [] : [anyOf(words)],
      detect: (view) => (view.target.mentions.length === 0 && kind !== "self-opposition" ? [] : read(view, knowledge)),
    };
  },
});
