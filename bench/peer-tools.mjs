// The tools that bench/peers.mjs measures. Each is loaded from the folder they are installed in, and told to give all it has:
// `lint` gives flags with places in the text and the replacements on offer, `quick`, where there is one, the same without replacements.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Exact versions; without build steps, as scripts of packages are not run. */
export const PACKAGES = {
  textlint: "15.8.0",
  "textlint-rule-write-good": "2.0.0",
  "textlint-rule-terminology": "5.2.16",
  "textlint-rule-en-capitalization": "2.0.3",
  "textlint-rule-doubled-spaces": "1.0.2",
  "@textlint-rule/textlint-rule-no-unmatched-pair": "2.0.4",
  "write-good": "1.0.8",
  alex: "11.0.1",
  retext: "9.0.0",
  "retext-repeated-words": "5.0.0",
  "retext-indefinite-article": "5.0.0",
  "retext-redundant-acronyms": "5.0.0",
  "retext-sentence-spacing": "6.0.0",
  "retext-spell": "6.1.0",
  "dictionary-en": "4.0.0",
  "harper.js": "2.10.0",
  cspell: "9.2.1",
  "cspell-lib": "9.2.1",
};

const TEXTLINT_RULES = [
  "write-good",
  "terminology",
  "en-capitalization",
  "doubled-spaces",
  "@textlint-rule/no-unmatched-pair",
];

async function textlint(load, folder) {
  const { createLinter, loadTextlintrc } = await load("textlint");
  const configFilePath = join(folder, "peers.textlintrc.json");
  writeFileSync(
    configFilePath,
    JSON.stringify({ rules: Object.fromEntries(TEXTLINT_RULES.map((rule) => [rule, true])) }),
  );
  const linter = createLinter({ descriptor: await loadTextlintrc({ configFilePath }) });
  return async (text) =>
    (await linter.lintText(text, "text.txt")).messages.map(({ range, fix }) =>
      fix === undefined
        ? { start: range[0], end: range[1], replacements: [] }
        : { start: fix.range[0], end: fix.range[1], replacements: [fix.text] },
    );
}

async function writeGood(load) {
  const { default: suggest } = await load("write-good");
  return (text) => suggest(text).map(({ index, offset }) => ({ start: index, end: index + offset, replacements: [] }));
}

const vfileFlags = ({ messages }) =>
  messages.flatMap(({ place, position, expected }) => {
    const where = place ?? position;
    const [start, end] = [where?.start ?? where, where?.end ?? where];
    return start === undefined ? [] : [{ start: start.offset, end: end.offset, replacements: expected ?? [] }];
  });

async function alex(load) {
  const { text: check } = await load("alex");
  return (text) => vfileFlags(check(text));
}

async function retext(load) {
  const plugin = async (name) => (await load(name)).default;
  const pipeline = (await load("retext")).retext();
  for (const name of ["repeated-words", "indefinite-article", "redundant-acronyms", "sentence-spacing"])
    pipeline.use(await plugin(`retext-${name}`));
  pipeline.use(await plugin("retext-spell"), { dictionary: await plugin("dictionary-en") });
  return async (text) => vfileFlags(await pipeline.process(text));
}

async function harper(load) {
  const { Dialect, LocalLinter, SuggestionKind } = await load("harper.js");
  const { binaryInlined } = await load("harper.js/binaryInlined");
  const linter = new LocalLinter({ binary: binaryInlined, dialect: Dialect.British });
  await linter.setup();
  return async (text) => {
    const offsets = [0];
    for (const character of text) offsets.push(offsets.at(-1) + character.length);
    return (await linter.lint(text, { language: "plaintext" })).map((lint) => {
      const [start, end] = [offsets[lint.span().start], offsets[lint.span().end]];
      const words = (each) => {
        if (each.kind() === SuggestionKind.Remove) return "";
        return each.kind() === SuggestionKind.InsertAfter
          ? text.slice(start, end) + each.get_replacement_text()
          : each.get_replacement_text();
      };
      return { start, end, replacements: lint.suggestions().map(words) };
    });
  };
}

async function cspell(load) {
  const { spellCheckDocument } = await load("cspell-lib");
  const check = (generateSuggestions) => async (text) => {
    const document = { uri: "file:///text.txt", text, languageId: "plaintext", locale: "en,en-GB" };
    const { issues } = await spellCheckDocument(
      document,
      { generateSuggestions, noConfigSearch: true },
      { language: "en,en-GB" },
    );
    return issues.map(({ offset, text: word, suggestions = [] }) => ({
      start: offset,
      end: offset + word.length,
      replacements: suggestions,
    }));
  };
  return Object.assign(check(true), { quick: check(false) });
}

/** Each tool: its package, what it is for, and how it is made ready. */
export const TOOLS = [
  { name: "harper.js", purpose: "grammar and spelling while writing", make: harper },
  { name: "retext", purpose: "spelling, repeated words, articles (five plugins)", make: retext },
  { name: "cspell", purpose: "spelling, in code above all", make: cspell },
  { name: "textlint", purpose: "house style by rules (five common ones)", make: textlint },
  { name: "write-good", purpose: "plain style", make: writeGood },
  { name: "alex", purpose: "inconsiderate wording", make: alex },
];

const quoted = (text) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;

/** pofilter of the translate-toolkit, on segments with their sources: how many checks each segment fails. Undefined where it is not installed. */
export function pofilter(folder, parts) {
  const version = /(\d[\d.]+)/u.exec(spawnSync("pofilter", ["--version"], { encoding: "utf8" }).stdout ?? "")?.[1];
  if (version === undefined) return undefined;
  const [input, output] = [join(folder, "bilingual.po"), join(folder, "bilingual.flagged.po")];
  const unit = ({ target, source }, index) =>
    `#: part:${index}\nmsgid ${quoted(source)}\nmsgstr ${quoted(target.text)}\n`;
  const head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n';
  writeFileSync(input, [head, ...parts.map(unit)].join("\n"));
  const started = performance.now();
  const { status, stderr } = spawnSync("pofilter", ["--progress=none", "-i", input, "-o", output], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`pofilter ended with ${status}: ${stderr}`);
  const seconds = (performance.now() - started) / 1000;
  const flagged = readFileSync(output, "utf8").split("\n\n");
  const flags = parts.map((_, index) => {
    const own = flagged.find((each) => new RegExp(`^#: part:${index}$`, "mu").test(each)) ?? "";
    return own.match(/\(pofilter\)/gu)?.length ?? 0;
  });
  return { version, seconds, flags };
}
