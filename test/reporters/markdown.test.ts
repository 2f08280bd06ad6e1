import { decodeHTML } from "entities";
import fc from "fast-check";
import { micromark } from "micromark";
import { gfmTable, gfmTableHtml } from "micromark-extension-gfm-table";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import { jobSummary } from "../../src/reporters/job-summary.ts";
import { markdown } from "../../src/reporters/markdown.ts";
import { markdownText } from "../../src/reporters/markdown-text.ts";
import { tidy } from "../../src/text/cells.ts";
import { anyReport, anyText } from "../fixtures/reporters/hostile.ts";
import { faultyReport, sampleReport, silentReport } from "../fixtures/reporters/report.ts";

const rendered = (text: string): string =>
  micromark(text, { allowDangerousHtml: true, extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] });

const TAG =
  /<\/?(?:h[1-3]|p|blockquote|ul|li|strong|em|del|ins|table|thead|tbody|tr|t[hd](?: align="right")?)>|<!-- -->/gu;

test("a report is written in Markdown", async () => {
  await expect(markdown(sampleReport)).toMatchFileSnapshot("../fixtures/reporters/report.md");
  await expect(markdown(faultyReport)).toMatchFileSnapshot("../fixtures/reporters/report-faulty.md");
});

describe("a text on a line", () => {
  const texts = fc.oneof(
    anyText,
    fc.constantFrom("1. one", "- a", "# b", "> c", "a|b", "`x`", "*y*", "__z__", "~~a~~", "[a](b)", "![a](b)", "<b>"),
    fc.constantFrom("@desk", "#12", "www.trap.example", "https://trap.example", "a@b.example", "&lt;", "===", "1)"),
  );

  test("is read back as it was, in a paragraph, a list and a table", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const shown = tidy(text);
        fc.pre(shown !== "");
        for (const frame of ["x ", "- x ", "> x ", "| x |\n| - |\n| x "]) {
          const read = rendered(`${frame}${markdownText(text)}${frame.startsWith("|") ? " |" : ""}`);
          const said = decodeHTML(read.replace(TAG, "")).replace(/\s+/gu, " ").trim();
          expect(said.slice(-shown.length)).toBe(shown);
        }
      }),
    );
  });

  test("calls nobody, refers to nothing and links nowhere", () => {
    expect(markdownText("@desk www.trap.example https://trap.example #12")).toBe(
      "@<!-- -->desk www<!-- -->.trap.example https:<!-- -->//trap.example \\#<!-- -->12",
    );
  });
});

test("no text makes a tag of its own", () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      for (const text of [markdown(report), jobSummary(report)])
        expect(rendered(text).replace(TAG, "")).not.toMatch(/[<>]/u);
    }),
  );
});

describe("the summary of a job", () => {
  test("has the gravest findings and counts the rest", () => {
    const findings = Array.from({ length: 120 }, () => sampleReport.findings.slice(0, 1)).flat();
    const summary = jobSummary({ ...sampleReport, findings });
    expect(summary).toContain("And 70 more findings; a report has them all.");
    expect(jobSummary(silentReport)).toContain("✅ passed");
  });

  test("is never longer than GitHub takes", () => {
    const sentence = "word ".repeat(10_000);
    const findings = Array.from({ length: 60 }, () =>
      sampleReport.findings
        .slice(0, 1)
        .map((each): Finding => ({ ...each, suggestions: [], context: { ...each.context, text: sentence } })),
    ).flat();
    expect(Buffer.byteLength(jobSummary({ ...sampleReport, findings }))).toBeLessThan(1_000_000);
  });
});
