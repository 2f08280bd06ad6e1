import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCache } from "../../src/cli/cache.ts";
import { isPublicAddress } from "../../src/cli/web/address.ts";
import { readContentType } from "../../src/cli/web/content-type.ts";
import { type Fetched, fetchText, type Web } from "../../src/cli/web/fetch.ts";
import { shownAddress } from "../../src/cli/web/shown.ts";
import type { Result } from "../../src/core/result.ts";
import { needProgram, type Outcome, PROGRAM } from "../support/program.ts";

const FEED =
  '<rss version="2.0"><channel><item><guid>7</guid><description>It it rains.</description></item></channel></rss>';
const MODIFIED = "Mon, 16 Nov 2026 10:00:00 GMT";

interface Asked {
  readonly path: string;
  readonly host: string | undefined;
  readonly authorization: string | undefined;
  readonly isConditional: "conditional" | "plain";
}
const asked: Asked[] = [];
let port = 0;

const ANSWERS: Readonly<Record<string, RequestListener>> = {
  "/feed": (_, response) => response.setHeader("content-type", "application/rss+xml").end(FEED),
  "/tagged": (request, response) => {
    response.setHeader("etag", '"one"').setHeader("content-type", "text/xml");
    if (request.headers["if-none-match"] === '"one"') response.writeHead(304).end();
    else response.end(FEED);
  },
  "/dated": (request, response) => {
    response.setHeader("last-modified", MODIFIED).setHeader("content-type", "text/xml");
    if (request.headers["if-modified-since"] === MODIFIED) response.writeHead(304).end();
    else response.end(FEED);
  },
  "/gzip": (_, response) => response.setHeader("content-encoding", "gzip").end(gzipSync(FEED)),
  "/brotli": (_, response) => response.setHeader("content-encoding", "br").end(brotliCompressSync(FEED)),
  "/bomb": (_, response) => response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(5_000_000, 0x61))),
  "/broken-gzip": (_, response) => response.setHeader("content-encoding", "gzip").end("no gzip"),
  "/large": (_, response) => response.end("a".repeat(200_000)),
  "/endless": (_, response) => {
    const write = (): unknown => response.destroyed || (response.write("a".repeat(10_000)), setTimeout(write, 1));
    write();
  },
  "/slow": (_, response) => {
    const write = (): unknown => response.destroyed || (response.write("a"), setTimeout(write, 30));
    write();
  },
  "/silent": () => {},
  "/broken-off": (_, response) => {
    response.setHeader("content-length", "1000").write("a");
    setTimeout(() => response.destroy(), 20);
  },
  "/picture": (_, response) => response.setHeader("content-type", "image/png").end("PNG"),
  "/gone": (_, response) => response.writeHead(410).end(),
  "/failing": (_, response) => response.writeHead(503).end(),
  "/round": (_, response) => response.writeHead(302, { location: "/round" }).end(),
  "/on": (_, response) => response.writeHead(301, { location: "/feed" }).end(),
  "/elsewhere": (_, response) => response.writeHead(302, { location: `http://feed.example:${port}/feed` }).end(),
  "/inside": (_, response) => response.writeHead(302, { location: `http://127.0.0.2:${port}/feed` }).end(),
  "/inside-by-name": (_, response) => response.writeHead(307, { location: `http://inside.example:${port}/feed` }).end(),
  "/file": (_, response) => response.writeHead(302, { location: "file:///etc/hostname" }).end(),
  "/latin": (_, response) =>
    response
      .setHeader("content-type", "text/html; charset=iso-8859-1")
      .end(Buffer.from("<p>It it rains in a caf\xe9.</p>", "latin1")),
};

let server: Server;
let folder = "";
beforeAll(async () => {
  needProgram();
  folder = mkdtempSync(join(tmpdir(), "misrender-web-"));
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const { host, authorization } = request.headers;
    const isConditional = request.headers["if-none-match"] ?? request.headers["if-modified-since"];
    asked.push({
      path: pathname,
      host,
      authorization,
      isConditional: isConditional === undefined ? "plain" : "conditional",
    });
    const answer = ANSWERS[pathname];
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const WEB: Web = {
  limits: { bytes: 100_000, seconds: 10, redirects: 5 },
  mayAsk: () => true,
  lookup: async () => [{ address: "127.0.0.1", family: 4 }],
  cache: undefined,
};
const get = (path: string, web: Partial<Web> = {}): Promise<Result<Fetched>> =>
  fetchText(`http://127.0.0.1:${port}${path}`, { ...WEB, ...web });
const textOf = (fetched: Result<Fetched>): string =>
  fetched.kind === "ok" ? Buffer.from(fetched.value.bytes).toString() : fetched.problem.what;

describe("fetching", () => {
  test.each(["/feed", "/gzip", "/brotli", "/on"])("%s brings the text", async (path) => {
    expect(textOf(await get(path))).toBe(FEED);
  });

  test.each([
    ["/nowhere", "There is no such page (404)."],
    ["/gone", "The page has been taken away (410)."],
    ["/failing", "The server answers with status 503."],
    ["/large", "It is larger than 0.1 MB."],
    ["/endless", "It is larger than 0.1 MB."],
    ["/bomb", "It is larger than 0.1 MB."],
    ["/broken-gzip", "The server sent a body that cannot be unpacked."],
    ["/broken-off", "The server broke the connection off."],
    ["/round", "It leads on more than 5 times."],
    ["/file", "It leads on to what is no web address."],
  ])("%s is a problem: %s", async (path, what) => {
    expect(await get(path)).toMatchObject({ kind: "problem", problem: { what } });
  });

  test.each(["/slow", "/silent"])("%s is not waited for longer than allowed", async (path) => {
    const limits = { ...WEB.limits, seconds: 0.3 };
    expect(textOf(await get(path, { limits }))).toBe("It did not come within 0.3 seconds.");
  });

  test("where no server is, it says so", async () => {
    expect(textOf(await fetchText("http://127.0.0.1:9/", WEB))).toBe("No server answers at this address.");
    const lookup = async () => Promise.reject(new Error("ENOTFOUND"));
    expect(textOf(await fetchText("http://nowhere.example/", { ...WEB, lookup }))).toBe(
      "The name of the host is not known.",
    );
  });

  test.each(["/tagged", "/dated"])("%s: what has not changed is not sent again", async (path) => {
    const cache = openCache(join(folder, "cache"));
    expect(textOf(await get(path, { cache }))).toBe(FEED);
    expect(await get(path, { cache })).toMatchObject({ value: { contentType: "text/xml" } });
    expect(textOf(await get(path, { cache }))).toBe(FEED);
    expect(asked.filter((each) => each.path === path).map(({ isConditional }) => isConditional)).toEqual([
      "plain",
      "conditional",
      "conditional",
    ]);
  });
});

describe("hosts of this machine and its networks", () => {
  test.each([
    ...[
      "127.0.0.1",
      "127.255.0.1",
      "0.0.0.0",
      "10.0.0.1",
      "172.16.0.1",
      "172.31.255.255",
      "192.168.1.1",
      "169.254.169.254",
    ],
    ...["100.64.0.1", "100.127.255.255", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"],
    ...["::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "fec0::1", "2001:db8::1", "100::1"],
    ...["::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:7f00:1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1"],
    ...["64:ff9b:1::1", "2002:7f00:1::", "2001::1", "no address", ""],
  ])("%s is not public", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(["8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1", "::ffff:8.8.8.8", "64:ff9b::808:808"])(
    "%s is public",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  const closed: Partial<Web> = { mayAsk: isPublicAddress };
  const REFUSED = "The host is on this machine or on a private network.";

  test.each(["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "127.1", "0"])(
    "http://%s is refused before anything is sent",
    async (host) => {
      const count = asked.length;
      expect(textOf(await fetchText(`http://${host}:${port}/feed`, { ...WEB, ...closed }))).toBe(REFUSED);
      expect(asked).toHaveLength(count);
    },
  );

  test("a name that stands for such a host is refused, even beside a public address", async () => {
    for (const addresses of [["10.0.0.1"], ["8.8.8.8", "127.0.0.1"], ["::ffff:127.0.0.1"]]) {
      const lookup = async () => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
      expect(textOf(await fetchText("http://feed.example/", { ...WEB, ...closed, lookup }))).toBe(REFUSED);
    }
  });

  test("the address that was checked is the one that is asked; the name goes along as the host", async () => {
    const names: string[] = [];
    const lookup: Web["lookup"] = async (host) => {
      names.push(host);
      return [{ address: "127.0.0.1", family: 4 }];
    };
    expect(textOf(await fetchText(`http://feed.example:${port}/feed`, { ...WEB, lookup }))).toBe(FEED);
    expect(names).toEqual(["feed.example"]);
    expect(asked.at(-1)?.host).toBe(`feed.example:${port}`);
  });

  test.each([
    ["/inside", "by its address"],
    ["/inside-by-name", "by a name"],
  ])("a redirect to one (%s: %s) is refused", async (path) => {
    const lookup: Web["lookup"] = async (host) => [
      { address: host.startsWith("inside") ? "127.0.0.2" : "127.0.0.1", family: 4 },
    ];
    // Here the server of the test is the public internet, and 127.0.0.2 is not.
    const mayAsk: Web["mayAsk"] = (address) => address === "127.0.0.1";
    expect(await fetchText(`http://outer.example:${port}${path}`, { ...WEB, lookup, mayAsk })).toMatchObject({
      kind: "problem",
      problem: { where: expect.stringContaining(" → http://"), what: REFUSED },
    });
    expect(asked.at(-1)?.path).toBe(path);
  });
});

describe("names and passwords", () => {
  test("are sent to their host, and to no other", async () => {
    const address = (path: string) => `http://desk:se%20cret@127.0.0.1:${port}${path}`;
    await fetchText(address("/on"), WEB);
    const sent = `Basic ${Buffer.from("desk:se cret").toString("base64")}`;
    expect(asked.slice(-2).map(({ authorization }) => authorization)).toEqual([sent, sent]);
    await fetchText(address("/elsewhere"), WEB);
    expect(asked.slice(-2).map(({ authorization }) => authorization)).toEqual([sent, undefined]);
  });

  test.each([
    ["https://desk:secret@example.org/a?b=1", "https://example.org/a?b=1"],
    ["https://example.org/a?api_key=secret&b=1", "https://example.org/a?api_key=hidden&b=1"],
    ["https://desk:secret@exa mple/a", "https://exa mple/a"],
    ["https://example.org/?q=%20x", "https://example.org/?q=%20x"],
  ])("%s is shown without them", (address, shown) => {
    expect(shownAddress(address)).toBe(shown);
  });
});

test.each([
  ["text/html; charset=UTF-8", "", { format: "html", charset: "UTF-8" }],
  ["Application/RSS+XML", "", { format: "feed", charset: undefined }],
  ["text/xml;charset='iso-8859-1'", FEED, { format: "feed", charset: "iso-8859-1" }],
  ["application/xhtml+xml", "<?xml version='1.0'?><!DOCTYPE html><html>", { format: "html", charset: undefined }],
  ["application/feed+json", "{}", { format: "feed", charset: undefined }],
  ["text/plain", FEED, { format: undefined, charset: undefined }],
  ["", "", { format: undefined, charset: undefined }],
])("the content type “%s” decides how a text is read", (header, text, expected) => {
  expect(readContentType(header, Buffer.from(text), "there")).toEqual({ kind: "ok", value: expected });
});

describe("misrender check URL", () => {
  const check = (...words: readonly string[]): Promise<Outcome> =>
    new Promise((resolve) => {
      execFile(process.execPath, [PROGRAM, "check", ...words], { cwd: folder }, (error, stdout, stderr) => {
        resolve({ exitCode: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
      });
    });

  test("audits a feed, a page in another encoding, and says what could not be had", async () => {
    const at = (path: string): string => `http://desk:secret@127.0.0.1:${port}${path}`;
    const outcome = await check(at("/feed"), at("/latin"), at("/picture"), "--allow-private-hosts", "--format", "json");
    expect(outcome.exitCode).toBe(2);
    expect(outcome.stdout + outcome.stderr).not.toContain("secret");
    const { inputs, findings, faults } = JSON.parse(outcome.stdout);
    expect(inputs).toMatchObject([
      { path: `http://127.0.0.1:${port}/feed`, format: "feed" },
      { path: `http://127.0.0.1:${port}/latin`, format: "html" },
    ]);
    expect(findings.map(({ context }: { context: { text: string } }) => context.text)).toEqual([
      "It it rains.",
      "It it rains in a café.",
    ]);
    expect(faults).toMatchObject([{ what: "The server sends it as image/png, which is no text." }]);
  });

  test("does not ask private hosts unless it is told to", async () => {
    const outcome = await check(`http://127.0.0.1:${port}/feed`, "--quiet");
    expect(outcome).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("--allow-private-hosts") });
  });
});
