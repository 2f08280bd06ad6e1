import { createHash } from "node:crypto";
import { decodeHTML } from "entities";
import fc from "fast-check";
import { Parser } from "htmlparser2";
import { expect, test } from "vitest";
import { htmlText } from "../../src/reporters/html/text.ts";
import { html } from "../../src/reporters/html.ts";
import { tidy } from "../../src/text/cells.ts";
import { anyReport, anyText } from "../fixtures/reporters/hostile.ts";
import { faultyReport, sampleReport, silentReport } from "../fixtures/reporters/report.ts";

/** The tags of a page, each with the names of its attributes, and what stands in its script and style. */
function partsOf(page: string) {
  const tags = new Set<string>();
  const sources: Record<"script" | "style", string> = { script: "", style: "" };
  let inside = "";
  const parser = new Parser({
    onopentag: (name, attributes) => {
      inside = name;
      tags.add([name, ...Object.keys(attributes)].join(" "));
    },
    ontext: (text) => {
      if (inside === "script" || inside === "style") sources[inside] += text;
    },
    onclosetag: () => {
      inside = "";
    },
  });
  parser.end(page);
  return { tags: [...tags].sort(), sources };
}

/** A page's frame, without its style and script, which a browser tests. */
const withoutSources = (page: string): string =>
  page
    .replace(/<style>[\s\S]*<\/style>/u, "<style></style>")
    .replace(/<script>[\s\S]*<\/script>/u, "<script></script>")
    .replace(/sha256-[^']+/gu, "sha256-…");

test("a report is one page", async () => {
  await expect(withoutSources(html(sampleReport))).toMatchFileSnapshot("../fixtures/reporters/report.html.txt");
});

test("faults and silence are said", () => {
  expect(html(faultyReport)).toContain("<code>old.txt</code> Byte 812 belongs to no known encoding.");
  expect(html(silentReport)).toContain('<p class="note">Nothing was found.</p>');
});

test("the policy lets only the page's own style and script through", () => {
  const page = html(sampleReport);
  const policy = /Content-Security-Policy" content="([^"]+)"/u.exec(page)?.[1] ?? "";
  const { script, style } = partsOf(page).sources;
  const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  expect(policy.split("; ")).toEqual([
    "default-src 'none'",
    `style-src ${hash(style)}`,
    `script-src ${hash(script)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});

test("nothing in the page is an address elsewhere", () => {
  expect(html(silentReport).replace(/<style>[\s\S]*<\/style>/u, "")).not.toMatch(
    /(?:src|href|url)\s*[=(]\s*["']?(?!#|data:,)\w/u,
  );
});

test("any text survives", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(decodeHTML(htmlText(text))).toBe(tidy(text));
      expect(htmlText(text)).not.toMatch(/[<>"'\p{Cc}\u202a-\u202e\u2066-\u2069\p{Surrogate}]/u);
    }),
  );
});

test("no text makes a tag or an attribute of its own", () => {
  const known = new Set(["em", ...partsOf([sampleReport, faultyReport].map(html).join("\n")).tags]);
  fc.assert(
    fc.property(anyReport, (report) => {
      expect(partsOf(html(report)).tags.filter((tag) => !known.has(tag))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
