import { type IncomingMessage, type RequestOptions, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { fail, ok, type Result } from "../../core/result.ts";
import { TOOL } from "../tool.ts";
import type { Resolved } from "./resolve.ts";

/** What a request is held to. */
export interface Limits {
  /** Of the body, as it is sent and as it is when unpacked. */
  readonly bytes: number;
  /** For all of it: redirects, head and body. */
  readonly seconds: number;
  readonly redirects: number;
}

/** An answer of a server, its body unpacked. */
export interface Response {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Uint8Array;
}

/** One request: where to, by which addresses, and with what beside the usual headers. */
export interface Request {
  readonly url: URL;
  readonly where: string;
  readonly addresses: readonly Resolved[];
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: Limits;
  readonly signal: AbortSignal;
}

const ACCEPTED =
  "application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.9, application/xml;q=0.9, */*;q=0.5";

const REMEDIES: Readonly<Record<string, string>> = {
  ECONNREFUSED: "No server answers at this address.",
  ECONNRESET: "The server broke the connection off.",
  EPIPE: "The server broke the connection off.",
  ETIMEDOUT: "The server does not answer.",
  EHOSTUNREACH: "There is no way to the server.",
  ENETUNREACH: "There is no way to the server.",
  CERT_HAS_EXPIRED: "The certificate of the server has expired.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The server vouches for itself only (a self-signed certificate).",
  ERR_TLS_CERT_ALTNAME_INVALID: "The certificate is for another host.",
};

/** Thrown where the answer is larger than allowed. */
const TOO_LARGE = new Error("too large");

const UNPACKERS = { gzip: createGunzip, "x-gzip": createGunzip, br: createBrotliDecompress };
const isPacking = (name: string): name is keyof typeof UNPACKERS => name in UNPACKERS;

/** Passes chunks on until there are too many bytes of them. */
const upTo = (most: number) =>
  async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let count = 0;
    for await (const chunk of chunks) {
      count += chunk.length;
      if (count > most) throw TOO_LARGE;
      yield chunk;
    }
  };

async function bodyOf(message: IncomingMessage, { limits, signal }: Request): Promise<Uint8Array> {
  if (Number(message.headers["content-length"] ?? 0) > limits.bytes) throw TOO_LARGE;
  const chunks: Buffer[] = [];
  const gather = async (pieces: AsyncIterable<Buffer>): Promise<void> => {
    for await (const piece of pieces) chunks.push(piece);
  };
  const packing = (message.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (isPacking(packing)) {
    await pipeline(message, upTo(limits.bytes), UNPACKERS[packing](), upTo(limits.bytes), gather, { signal });
  } else await pipeline(message, upTo(limits.bytes), gather, { signal });
  return Buffer.concat(chunks);
}

function headOf({ url, addresses, headers, signal }: Request): Promise<IncomingMessage> {
  const options: RequestOptions = {
    agent: false,
    signal,
    headers: {
      "user-agent": `${TOOL.name}/${TOOL.version}`,
      accept: ACCEPTED,
      "accept-encoding": "gzip, br",
      ...headers,
    },
    lookup: (_, { all }, answer) => {
      const [first] = addresses;
      if (all === true) answer(null, [...addresses]);
      else answer(null, first?.address ?? "", first?.family ?? 4);
    },
  };
  return new Promise((resolve, reject) => {
    const ask = url.protocol === "https:" ? requestSecure : requestPlain;
    ask(url, options, resolve).on("error", reject).end();
  });
}

function problemOf({ where, limits, signal }: Request, error: unknown): Result<never> {
  if (error === TOO_LARGE)
    return fail({
      where,
      what: `It is larger than ${limits.bytes / 1_000_000} MB.`,
      remedy: "Raise the limit with --max-size, or name a smaller feed.",
    });
  if (signal.aborted)
    return fail({
      where,
      what: `It did not come within ${limits.seconds} seconds.`,
      remedy: "Try again later, or give it more time with --timeout.",
    });
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const isPacked = /^(?:Z_|ERR_.*BROTLI|ERR__ERROR_FORMAT|ERR_PADDING)/u.test(code);
  const what = isPacked ? "The server sent a body that cannot be unpacked." : REMEDIES[code];
  return fail({
    where,
    what: what ?? `It cannot be fetched (${code}).`,
    remedy: "Check the address, or try again later.",
  });
}

/** Sends one request and takes the whole answer; redirects are not followed. */
export async function send(request: Request): Promise<Result<Response>> {
  try {
    const message = await headOf(request);
    const status = message.statusCode ?? 0;
    if (status !== 200) {
      message.destroy();
      return ok({ status, headers: message.headers, body: new Uint8Array() });
    }
    return ok({ status, headers: message.headers, body: await bodyOf(message, request) });
  } catch (error) {
    return problemOf(request, error);
  }
}
