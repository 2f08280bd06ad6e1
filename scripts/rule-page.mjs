// The page of a rule in docs/rules: what it says, and its examples, wrong beside repaired and right beside the reason.
const { escapedMarkdown } = await import(new URL("../dist/reporters/markdown-text.js", import.meta.url));
const { measuredPrecision } = await import(new URL("../dist/cli/measured.js", import.meta.url));

/** Characters that show nothing, or turn the text around. */
const UNSEEN = /([\p{Cf}\p{Co}\p{Zl}\p{Zp}]|(?!\n)\p{Cc})/u;
const named = (character) => `<code>U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}</code>`;

const spelt = (text) =>
  text
    .split("\n")
    .map((line) => escapedMarkdown(line).replace(/^ | $|(?<= ) /gu, "&nbsp;"))
    .join("<br>");

/** Any text in one cell of a Markdown table: it makes no markup, and none of its characters is lost. */
export const cellText = (text) =>
  text
    .split(UNSEEN)
    .map((part, index) => (index % 2 === 1 ? named(part) : spelt(part)))
    .join("");

/** The text of a bad example, what is wrong in it marked. */
const markedText = (text) =>
  text
    .split(/\[\[([\s\S]+?)\]\]/u)
    .map((part, index) => (index % 2 === 1 ? `<mark>${cellText(part)}</mark>` : edgesKept(part)))
    .join("");

/** Beside a mark a single space is seen as it is. */
const edgesKept = (text) => {
  const [, before, middle, after] = /^( ?)([\s\S]*?)( ?)$/u.exec(text);
  return `${before}${cellText(middle)}${after}`;
};

const termText = ({ glossary, doNotTranslate }) =>
  [
    ...glossary.map(({ source, target, forbidden }) =>
      [
        `${source === null ? "" : `${source} = `}${target.join(", ")}`,
        ...(forbidden.length > 0 ? [`never ${forbidden.join(", ")}`] : []),
      ].join("; "),
    ),
    ...doNotTranslate.map(({ term }) => `${term} stays`),
  ].join(" · ");

/** What an example says beside its text. */
const settingText = ({ kind, from, date, title, source, terms }) => {
  const notes = [
    ...(kind === "paragraph" ? [] : [kind]),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(date === undefined ? [] : [`as of ${date}`]),
    ...(title === undefined ? [] : [`title: ${title}`]),
    ...(source === undefined ? [] : [`source: ${source}`]),
    ...(terms === undefined ? [] : [`terms: ${termText(terms)}`]),
  ];
  return notes.map((note) => `<br><sub>${cellText(note)}</sub>`).join("");
};

const badRow = (example) =>
  `| ${markedText(example.target)}${settingText(example)} | ${example.fixed === undefined ? "–" : cellText(example.fixed)} |`;

const goodRow = (example) => `| ${cellText(example.target)}${settingText(example)} | ${cellText(example.because)} |`;

const sourceItem = (source) =>
  /^rules\/[\w./-]+$/u.test(source) ? `- [${source}](../../../${source})` : `- ${cellText(source)}`;

const STATUS = {
  stable: "stable: runs by default",
  trial: "trial: runs with `--sensitivity deep`, or when named by `--only`",
};

function measuredText(rule) {
  const measured = measuredPrecision(rule.id);
  return measured === undefined ? "" : `Measured: ${cellText(measured)}\n\n`;
}

/** The page of a rule, in Markdown. */
export const rulePage = (rule) => `<!-- Written by npm run rules:table; do not edit it by hand. -->

# ${rule.id.split("/")[1]}

> ${cellText(rule.message)}

${cellText(rule.explanation.trim())}

| category | severity | confidence | status | detector |
| - | - | - | - | - |
| ${rule.category} | ${rule.severity} | ${rule.confidence.toFixed(2)} | ${STATUS[rule.status]} | \`${rule.detector}\` |

${measuredText(rule)}## Wrong

| what is wrong | repaired |
| - | - |
${rule.examples.bad.map(badRow).join("\n")}

## Right

| what is not flagged | why it is right |
| - | - |
${rule.examples.good.map(goodRow).join("\n")}
${rule.sources.length === 0 ? "" : `\n## Sources\n\n${rule.sources.map(sourceItem).join("\n")}\n`}
The rule is written in [rules/${rule.id}.yaml](../../../rules/${rule.id}.yaml); [all rules](../../../rules/README.md).
`;
