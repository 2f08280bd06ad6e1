import { type Finding, isOpen } from "../core/finding.ts";
import type { DocumentScore, Fault, Report } from "../core/report.ts";
import { adviceOf } from "./advice.ts";
import { grouped } from "./groups.ts";
import { xmlTag, xmlText } from "./xml-text.ts";

type Outcome = "passed" | "failure" | "error";

interface TestCase {
  readonly outcome: Outcome;
  readonly written: string;
}

const OUTCOMES = { pass: "passed", fail: "failure", unjudged: "error" } as const satisfies Readonly<
  Record<DocumentScore["verdict"]["kind"], Outcome>
>;

const lineOf = (finding: Finding): string => {
  const { target, severity, rule } = finding;
  const mark = isOpen(finding) ? "" : " [suppressed]";
  return `${target.line}:${target.column} ${severity}${mark} “${target.text}” ${adviceOf(finding)} (${rule})`;
};

function testCase(name: string, classname: string, outcome: Outcome, message: string, details: string): TestCase {
  const start = xmlTag("testcase", { name, classname });
  const body = details === "" ? "" : xmlText(details).replaceAll("&#10;", "\n");
  if (outcome !== "passed") {
    const tag = xmlTag(outcome, { message, type: outcome === "failure" ? "gate" : "fault" });
    return { outcome, written: `    <${start}>\n      <${tag}>${body}</${outcome}>\n    </testcase>` };
  }
  const output = body === "" ? "/>" : `>\n      <system-out>${body}</system-out>\n    </testcase>`;
  return { outcome, written: `    <${start}${output}` };
}

const documentCase = ({ path, document, title, verdict }: DocumentScore, findings: readonly Finding[]): TestCase =>
  testCase(title ?? document, path, OUTCOMES[verdict.kind], verdict.summary, findings.map(lineOf).join("\n"));

const faultCase = ({ where, what, remedy }: Fault): TestCase =>
  testCase(where, "misrender", "error", what, `${what} ${remedy}`);

const numberOf = (cases: readonly TestCase[], outcome: Outcome): number =>
  cases.filter((each) => each.outcome === outcome).length;

const counts = (cases: readonly TestCase[]) => ({
  tests: cases.length,
  failures: numberOf(cases, "failure"),
  errors: numberOf(cases, "error"),
});

const suite = (name: string, cases: readonly TestCase[]): readonly string[] => [
  `  <${xmlTag("testsuite", { name, ...counts(cases) })}>`,
  ...cases.map(({ written }) => written),
  "  </testsuite>",
];

/** What no single document answers for: faults, and a gate that fails on the whole. */
function wholeCases({ faults, verdict }: Report, documents: readonly TestCase[]): readonly TestCase[] {
  const outcome = OUTCOMES[verdict.kind];
  const isSaid = outcome === "passed" || documents.some((each) => each.outcome === outcome);
  const gate = isSaid || outcome === "error" ? [] : [testCase("gate", "misrender", outcome, verdict.summary, "")];
  return [...faults.map(faultCase), ...gate];
}

const keyOf = (path: string, document: string): string => JSON.stringify([path, document]);

/** JUnit XML: one test case per document, one suite per file. A document fails where the gate would not let it through. */
export function junit(report: Report): string {
  const findings = new Map(
    grouped(report.findings, ({ target }) => keyOf(target.path, target.document)).map((each) => [
      keyOf(each[0].target.path, each[0].target.document),
      each,
    ]),
  );
  const suites = grouped(report.documentScores, ({ path }) => path).map((documents) => ({
    name: documents[0].path,
    cases: documents.map((each) => documentCase(each, findings.get(keyOf(each.path, each.document)) ?? [])),
  }));
  const whole = wholeCases(
    report,
    suites.flatMap(({ cases }) => cases),
  );
  const all = whole.length === 0 ? suites : [...suites, { name: report.tool.name, cases: whole }];
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${xmlTag("testsuites", { name: report.tool.name, ...counts(all.flatMap(({ cases }) => cases)) })}>`,
    ...all.flatMap(({ name, cases }) => suite(name, cases)),
    "</testsuites>",
  ];
  return `${lines.join("\n")}\n`;
}
