import { ask } from "../detector.ts";
import { against, type DocumentReader, isTitle, type Place, placesOf, spanIn, wordsIn } from "./reading.ts";

const ANSWER =
  "(?:rejected|refused|turned down|dismissed|rebuffed|granted|accepted|declined|met|agreed to|gave in to|approved|rejects|refuses|turns down|accepts|declines|ignored|answered|replied to|responded to|bowed to)";
const SUBJECT = String.raw`(?:(?<=^|[,;] |that |why |how |because |when )(?<the>[Tt]he |[Ii]ts |[Hh]is |[Hh]er |[Tt]heir )?(?<who>\p{Lu}?\p{L}+(?:-\p{L}+)?(?: \p{Lu}\p{L}+)?))`;
/** What one says to another, and the noun by which it is answered. */
const REQUESTS = [
  { said: "(?:demand(?:ed|s)?|(?:ha(?:s|ve) )?demanded)", noun: "demands?" },
  { said: "(?:propos(?:ed|es?)|suggest(?:ed|s)?)", noun: "(?:proposals?|plan|suggestion)" },
  { said: "(?:offer(?:ed|s)?)", noun: "offers?" },
  {
    said: "(?:request(?:ed|s)?|ask(?:ed|s)? for|appeal(?:ed|s)? for|called for)",
    noun: "(?:requests?|appeals?|calls?)",
  },
  { said: "(?:invit(?:ed|es?))", noun: "invitations?" },
  { said: "(?:appl(?:ied|ies|y) for)", noun: "applications?" },
].map(({ said, noun }) => ({
  said: new RegExp(String.raw` ${said}\b`, "u"),
  request: new RegExp(String.raw`${SUBJECT} (?:had |has |have )?${said}\b`, "u"),
  noun,
}));
const CHANGE =
  /\b(?:but|now|later|earlier|previous\w*|until|then|former\w*|since|if|would|could|might|may|not|never|n['’]t|each other|rival\w*|other|others|another|own members|counter\w*|after|however)\b/iu;

interface Request {
  readonly place: Place;
  readonly who: string;
  readonly noun: string;
  readonly start: number;
  readonly end: number;
}

const requestsIn = (place: Place): readonly Request[] => {
  const text = wordsIn(place);
  return REQUESTS.flatMap(({ said, request, noun }) => {
    const match = said.test(text) ? request.exec(text) : null;
    const who = match?.groups?.["who"];
    return match === null || who === undefined || /^(?:he|she|it|they|we|i|you|which|who|that|this|to|and)$/iu.test(who)
      ? []
      : [{ place, who, noun, start: match.index, end: match.index + match[0].length }];
  });
};

const FURTHEST = 3;

/** A party as it is written in an answer. */
const whoIn = (answer: string, who: string): string => {
  const at = answer.toLowerCase().indexOf(who.toLowerCase());
  return answer.slice(at, at + who.length);
};

/** Somebody who answers their own demand, proposal or offer. */
export const reply: DocumentReader = function* (document) {
  const places = placesOf(document).filter((place) => !isTitle(place));
  let requests: readonly Request[] = [];
  for (const place of places) {
    const text = wordsIn(place);
    requests = requests.filter((each) => place.order - each.place.order <= FURTHEST);
    for (const request of requests) {
      if (!text.toLowerCase().includes(request.who.toLowerCase())) continue;
      const who = request.who.replace(/^\p{L}/u, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`);
      const answer = new RegExp(
        String.raw`(?:\b[Tt]he )?(?<![\p{L}’'-])${who} (?:(?:has|have|had) )?(?:(?:flatly|quickly|politely|immediately|again|since|promptly) )?(?<verb>${ANSWER}) (?:the|its|their|his|her|this) (?:(?:\p{L}+['’]s?|same) )?${request.noun}\b(?! (?:of|by|from) (?!the ${who}|${who}))`,
        "u",
      ).exec(text);
      if (answer === null || CHANGE.test(text.slice(0, answer.index)) || CHANGE.test(wordsIn(request.place))) continue;
      const verb = answer.groups?.["verb"] ?? "";
      yield against(
        place,
        spanIn(place, answer.index, answer.index + answer[0].length),
        { match: answer[0], who: whoIn(answer[0], request.who), answer: verb },
        {
          place: request.place,
          span: spanIn(request.place, request.start, request.end),
          note: "Here they are the ones who ask",
        },
        {
          suggest: () =>
            /^(?:rejected|refused|turned down|dismissed|declined)$/u.test(verb)
              ? [ask(answer[0].replace(verb, "repeated"), "Who asks may ask again; ask the source who answers.")]
              : [],
        },
      );
      break;
    }
    if (!CHANGE.test(text)) requests = [...requests, ...requestsIn(place)];
  }
};
