import type { PairKind } from "../core/document.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements that begin and end a text of their own. */
export const BLOCKS = words(
  "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption " +
    "figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p " +
    "search section summary table tbody td tfoot th thead title tr ul video audio",
);

const SKIPPED = words(
  "script style template noscript pre xmp plaintext listing svg math iframe object canvas textarea select " +
    "noembed noframes",
);

const OWN_KIND: ReadonlyMap<string, PairKind> = new Map([
  ["title", "title"],
  ["h1", "heading"],
  ["h2", "heading"],
  ["h3", "heading"],
  ["h4", "heading"],
  ["h5", "heading"],
  ["h6", "heading"],
  ["li", "list-item"],
  ["dd", "list-item"],
  ["dt", "list-item"],
  ["td", "cell"],
  ["th", "cell"],
  ["caption", "caption"],
  ["figcaption", "caption"],
  ["article", "paragraph"],
  ["section", "paragraph"],
  ["main", "paragraph"],
]);

/** An element while it is open. */
export interface OpenElement {
  readonly name: string;
  readonly kind: PairKind;
  readonly isSkipped: boolean;
}

/** What the text of a page stands in where nothing else is open. */
export const OUTERMOST: OpenElement = { name: "", kind: "paragraph", isSkipped: false };

function isHidden({ hidden, style }: Readonly<Record<string, string>>): boolean {
  if (hidden !== undefined && hidden !== "until-found") return true;
  return style !== undefined && /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(style);
}

/** Opens an element inside another. A protected word inside a sentence is kept, so that the sentence stays whole. */
export function openElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  outer: OpenElement,
): OpenElement {
  const isProtected = attributes.translate?.toLowerCase() === "no" && BLOCKS.has(name);
  const isSkipped = outer.isSkipped || SKIPPED.has(name) || isProtected || isHidden(attributes);
  const isLoose = name === "p" && outer.kind === "cell";
  return { name, kind: isLoose ? "paragraph" : (OWN_KIND.get(name) ?? outer.kind), isSkipped };
}
