import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import type { Report } from "../../src/core/report.ts";
import { html } from "../../src/reporters/html.ts";
import { sampleReport } from "../fixtures/reporters/report.ts";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];
const executablePath = PLACES.find((place) => existsSync(place));
if (executablePath === undefined)
  console.warn("No Chromium in /usr/bin: the HTML report is not opened in a browser (apt-get install chromium).");

const TRAPS = [
  "<img src=x onerror=window.trapped=1>",
  "</template></li></script><script>window.trapped=1</script>",
  "\"' onmouseover=window.trapped=1 x='",
  "<svg/onload=window.trapped=1>",
  "javascript:window.trapped=1",
  "https://trap.example/<link rel=stylesheet href=https://trap.example/x.css>",
];

/** The sample's findings again and again, each time in an item of its own. */
function reportOf(itemCount: number): Report {
  const [score] = sampleReport.documentScores;
  if (score === undefined) throw new Error("The sample has documents.");
  const [input] = sampleReport.inputs.slice(1);
  const path = input?.path ?? "";
  return {
    ...sampleReport,
    findings: Array.from({ length: itemCount }, (_, count) =>
      sampleReport.findings
        .slice(0, 10)
        .map((each): Finding => ({ ...each, target: { ...each.target, path, document: `item-${count}` } })),
    ).flat(),
    documentScores: Array.from({ length: itemCount }, (_, count) => ({
      ...score,
      path,
      document: `item-${count}`,
      title: `Item ${count} end`,
    })),
  };
}

/** The sample with a trap wherever a text can stand. */
function trappedReport(): Report {
  const trap = TRAPS.join(" ");
  return {
    ...sampleReport,
    findings: sampleReport.findings.map(
      (each): Finding => ({
        ...each,
        message: trap,
        rule: trap,
        suggestions: [{ replacement: trap, safety: "ask", why: trap }],
        related: [{ kind: "fact", statement: trap, source: trap }],
        target: { ...each.target, path: trap, document: trap },
        context: { ...each.context, text: `${each.context.text} ${trap}` },
      }),
    ),
    rules: sampleReport.rules.map((each) => ({ ...each, id: trap, explanation: trap })),
    documentScores: sampleReport.documentScores.map((each) => ({ ...each, path: trap, document: trap, title: trap })),
    faults: [{ where: trap, what: trap, remedy: trap }],
    verdict: { kind: "fail", reasons: [trap], summary: trap },
  };
}

describe.skipIf(executablePath === undefined)("in a browser", () => {
  let browser: Browser;
  let folder = "";
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "misrender-html-"));
    browser = await chromium.launch({ executablePath: executablePath ?? "", args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a report; whatever the page complains of or asks for is written down. */
  async function open(report: Report, options: BrowserContextOptions = {}, hash = ""): Promise<Page> {
    const path = join(folder, "report.html");
    writeFileSync(path, html(report));
    complaints.length = 0;
    const address = pathToFileURL(path).href;
    const page = await browser.newPage(options);
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("dialog", (dialog) => complaints.push(dialog.message()));
    page.on("request", (request) => {
      if (request.url() !== `${address}${hash}` && request.url() !== address && request.url() !== "data:,")
        complaints.push(request.url());
    });
    await page.goto(`${address}${hash}`);
    return page;
  }

  const countText = (page: Page): Promise<string | null> => page.textContent("#count");
  const counts = (page: Page, text: string): Promise<void> =>
    page.locator("#count", { hasText: new RegExp(`^${text}$`, "u") }).waitFor();

  test("it filters by severity, category, rule, item and state, searches, and forgets it all", async () => {
    const page = await open(sampleReport);
    expect(await countText(page)).toBe("11 findings");
    await page.uncheck("[name=severity][value='2']");
    await counts(page, "6 of 11 findings");
    await page.check("[name=severity][value='2']");
    await page.fill("#search", "DOCKERS");
    await counts(page, "4 of 11 findings");
    await page.click("button[type=reset]");
    await counts(page, "11 findings");
    await page.selectOption("#state", "suppressed");
    await counts(page, "2 of 11 findings");
    expect(await page.locator(".finding:visible").count()).toBe(2);
    await page.selectOption("#state", "");
    await page.selectOption("#rule", { index: 1 });
    await counts(page, "1 of 11 findings");
    expect(complaints).toEqual([]);
  });

  test("a bar of a chart and an item lead to their findings, and the address remembers", async () => {
    const page = await open(sampleReport);
    await page.click(".bars a >> nth=0");
    await counts(page, "4 of 11 findings");
    await page.selectOption("#category", "");
    await page.click("tbody a >> nth=0");
    await counts(page, "3 of 11 findings");
    expect(new URL(page.url()).hash).toMatch(/^#item=\d$/u);
    const again = await open(sampleReport, {}, "#search=dockers");
    await counts(again, "4 of 11 findings");
    expect(complaints).toEqual([]);
  });

  test("ten thousand findings come by the page", async () => {
    const page = await open(reportOf(1000));
    await counts(page, "10,000 findings");
    expect(await page.locator("#list > li").count()).toBe(50);
    await page.click("#more");
    expect(await page.locator("#list > li").count()).toBe(100);
    await page.fill("#search", "item 77 end");
    await counts(page, "10 of 10,000 findings");
    expect(complaints).toEqual([]);
  });

  test("hostile text does nothing", async () => {
    const page = await open(trappedReport());
    await page.fill("#search", "img");
    await page.hover(".finding >> nth=0");
    expect(await page.evaluate('"trapped" in window')).toBe(false);
    expect(
      await page.locator("img, main script, [onerror], [onmouseover], [onload], link[rel=stylesheet]").count(),
    ).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("it follows the person's choice of dark or light, and lets them change it", async () => {
    const background = (page: Page): Promise<unknown> =>
      page.evaluate("getComputedStyle(document.body).backgroundColor");
    const light = await open(sampleReport, { colorScheme: "light" });
    const dark = await open(sampleReport, { colorScheme: "dark" });
    const [inLight, inDark] = [await background(light), await background(dark)];
    expect(inLight).not.toBe(inDark);
    await light.click("#theme");
    expect(await background(light)).toBe(inDark);
    expect(await light.textContent("#theme")).toBe("Light");
    await light.click("#theme");
    expect(await background(light)).toBe(inLight);
  });

  test("without scripts the first findings stand there, and no filter that would not work", async () => {
    const page = await open(reportOf(20), { javaScriptEnabled: false });
    expect(await page.locator(".sentence").count()).toBe(50);
    expect(await page.locator("#filter").isVisible()).toBe(false);
    expect(await page.locator("noscript").isVisible()).toBe(true);
  });

  test("all that is filtered for is printed, and no control", async () => {
    const page = await open(reportOf(20));
    await page.evaluate('dispatchEvent(new Event("beforeprint")), undefined');
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#list > li").count()).toBeGreaterThan(100);
    expect(await page.locator("#filter, #theme, #more").filter({ visible: true }).count()).toBe(0);
  });
});
