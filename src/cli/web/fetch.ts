import { fail, ok, type Problem, type Result } from "../../core/result.ts";
import { type Cache, cacheKey } from "../cache.ts";
import { type Limits, type Response, send } from "./request.ts";
import { type Finder, resolveHost } from "./resolve.ts";
import { shownAddress } from "./shown.ts";

/** How texts are fetched. */
export interface Web extends Finder {
  readonly limits: Limits;
  /** Where the last answers are kept, so that a server may say that nothing is new. */
  readonly cache: Cache | undefined;
}

/** A text as a server gave it. */
export interface Fetched {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** An answer as it is kept. */
interface Kept {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly contentType: string;
  readonly body: string;
}

const STATUSES: Readonly<Record<number, readonly [what: string, remedy: string]>> = {
  401: ["The server wants a name and a password.", "Put them into the address: https://name:password@…"],
  403: ["The server refuses to show it.", "Ask whoever runs the site for access."],
  404: ["There is no such page (404).", "Check the address."],
  410: ["The page has been taken away (410).", "Look for its new address."],
  429: [
    "The server says that it is asked too often (429).",
    "Ask less often; --cache lets it answer that nothing is new.",
  ],
};

function statusProblem(where: string, status: number): Problem {
  const [what, remedy] = STATUSES[status] ?? [
    `The server answers with status ${status}.`,
    status >= 500 ? "Try again later." : "Check the address.",
  ];
  return { where, what, remedy };
}

function validatorsOf(kept: Kept | undefined): Readonly<Record<string, string>> {
  const { etag = null, lastModified = null } = kept ?? {};
  return {
    ...(etag === null ? {} : { "if-none-match": etag }),
    ...(lastModified === null ? {} : { "if-modified-since": lastModified }),
  };
}

/** The name and password of an address as a header. The address itself is sent without them. */
function credentialsOf({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === "" && password === "") return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { authorization: `Basic ${Buffer.from(pair).toString("base64")}` };
}

/** Where a redirect leads. Name and password go along within one origin only. */
function redirected(from: URL, location: string, where: string): Result<URL> {
  const refused = { where, what: `It leads on to what is no web address.`, remedy: "Check the address." };
  if (!URL.canParse(location, from.href)) return fail(refused);
  const to = new URL(location, from.href);
  if (to.protocol !== "http:" && to.protocol !== "https:") return fail(refused);
  if (to.origin === from.origin && to.username === "") {
    to.username = from.username;
    to.password = from.password;
  }
  return ok(to);
}

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** Asks for an address, and for the one it leads on to, and so forth; each is checked anew. */
async function follow(start: URL, validators: Readonly<Record<string, string>>, web: Web): Promise<Result<Response>> {
  const { limits } = web;
  const where = shownAddress(start.href);
  const signal = AbortSignal.timeout(limits.seconds * 1000);
  let url = start;
  for (let count = 0; count <= limits.redirects; count += 1) {
    const place = url === start ? where : `${where} → ${shownAddress(url.href)}`;
    const addresses = await resolveHost(url, place, web);
    if (addresses.kind === "problem") return addresses;
    const headers = { ...credentialsOf(url), ...validators };
    const answer = await send({ url, where: place, addresses: addresses.value, headers, limits, signal });
    if (answer.kind === "problem" || !isRedirect(answer.value.status)) return answer;
    const next = redirected(url, answer.value.headers.location ?? "", place);
    if (next.kind === "problem") return next;
    url = next.value;
  }
  const what = `It leads on more than ${limits.redirects} times.`;
  return fail({ where, what, remedy: "Name the address at the end." });
}

/** Fetches a text by http or https. With a cache, the server may answer that it has not changed. */
export async function fetchText(address: string, web: Web): Promise<Result<Fetched>> {
  const where = shownAddress(address);
  if (!URL.canParse(address))
    return fail({ where, what: "This is no web address.", remedy: "Write it like https://example.org/feed.xml." });
  const key = cacheKey("web", address);
  // Only this function keeps values under such keys.
  const kept = web.cache?.read(key) as Kept | undefined;
  const answer = await follow(new URL(address), validatorsOf(kept), web);
  if (answer.kind === "problem") return answer;
  const { status, headers, body } = answer.value;
  if (status === 304 && kept !== undefined)
    return ok({ bytes: Buffer.from(kept.body, "base64"), contentType: kept.contentType });
  if (status !== 200) return fail(statusProblem(where, status));
  const { etag = null, "last-modified": lastModified = null, "content-type": contentType = "" } = headers;
  if (etag !== null || lastModified !== null)
    web.cache?.keep(key, {
      etag,
      lastModified,
      contentType,
      body: Buffer.from(body).toString("base64"),
    } satisfies Kept);
  return ok({ bytes: body, contentType });
}
