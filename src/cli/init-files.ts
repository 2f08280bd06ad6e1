/** What a project starts with. */
export interface Start {
  /** Texts to be checked, as they stand on the command line. */
  readonly paths: readonly string[];
  readonly sourceLanguage: string | undefined;
  readonly failOn: string;
  readonly workflow: Workflow;
  /** Whether what is found today is accepted as known. */
  readonly baseline: "write" | "leave";
  /** The version of the tool that the workflow fetches. */
  readonly version: string;
}

/** Who runs the check beside people. */
export const WORKFLOWS = ["github", "gitlab", "none"] as const;
export type Workflow = (typeof WORKFLOWS)[number];

/** A file to be written, and what it is for. */
export interface StartFile {
  readonly path: string;
  readonly text: string;
  readonly purpose: string;
}

const configText = ({ sourceLanguage, failOn }: Start, baseline: string): string =>
  `# yaml-language-server: $schema=./node_modules/misrender/schema/config.schema.json
# “misrender config --print” shows every value that holds, and where it comes from.

# The language the texts were translated from; it sharpens many rules.
${sourceLanguage === undefined ? "# sourceLanguage: de" : `sourceLanguage: ${sourceLanguage}`}

# The gate fails on findings this grave: minor, major, critical or never.
failOn: ${failOn}

# Findings known today, written by “misrender baseline”. They do not count; while there is no such file, everything does.
baseline: ${baseline}

# rules:
#   style: minor                                  # a rule, category or dimension: off, on or a severity
# glossary:
#   - { source: Netzbetreiber, target: grid operator, forbidden: [net company] }
# doNotTranslate: [Nordlicht]
# overrides:
#   - { items: { category: health }, failOn: minor }
`;

/** A word as a shell takes it. */
const quoted = (word: string): string => (/^[\w./*@:-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

const commandOf = ({ paths, version }: Start, format: string): string =>
  `npx --yes misrender@${version} check ${paths.map(quoted).join(" ")}${format}`;

const githubText = (start: Start): string =>
  `name: misrender
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  translations:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: ${JSON.stringify(commandOf(start, " --format github"))}
`;

const gitlabText = (start: Start): string =>
  `# Take it into .gitlab-ci.yml with: include: [{ local: .gitlab/misrender.yml }]
misrender:
  image: node:22
  script:
    - ${JSON.stringify(commandOf(start, ""))}
`;

/** The files that a project starts with, but for its baseline. */
export function startFiles(start: Start, baseline: string): readonly StartFile[] {
  const config = { path: "misrender.config.yaml", text: configText(start, baseline), purpose: "the configuration" };
  switch (start.workflow) {
    case "github":
      return [
        config,
        { path: ".github/workflows/misrender.yml", text: githubText(start), purpose: "the check on GitHub" },
      ];
    case "gitlab":
      return [config, { path: ".gitlab/misrender.yml", text: gitlabText(start), purpose: "the check on GitLab" }];
    case "none":
      return [config];
  }
}
