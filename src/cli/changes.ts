import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { fail, ok, type Problem, type Result } from "../core/result.ts";
import { changedLinesIn, type LineRange } from "../text/patch.ts";

/** What has changed in a file: lines, all of it, or nothing. */
export type Change = "all" | "nothing" | readonly LineRange[];

/** What has changed in a repository. */
export interface Changes {
  /** In words: "since main". */
  readonly since: string;
  /** Every file that has changed and is still there, as an absolute path. */
  readonly paths: readonly string[];
  readonly of: (path: string) => Change;
}

const MOST_BYTES = 1024 * 1024 * 1024;

interface Git {
  readonly run: (...words: readonly string[]) => Result<string>;
}

const NO_REPOSITORY: Omit<Problem, "where"> = {
  what: "This folder is in no git repository.",
  remedy: "Go into one, or leave the option out.",
};

/** Runs git in a folder; what it complains of is a problem of `option`. */
function gitIn(folder: string, option: string): Git {
  return {
    run(...words) {
      const environment = { ...process.env, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" };
      const settings = ["-c", "core.quotePath=true", "-c", "core.fsmonitor=false"];
      const { error, status, stdout, stderr } = spawnSync("git", [...settings, ...words], {
        cwd: folder,
        input: "",
        encoding: "utf8",
        env: environment,
        maxBuffer: MOST_BYTES,
      });
      if (error !== undefined)
        return fail({ where: option, what: `git cannot be run: ${error.message}.`, remedy: "Install git." });
      if (status === 0) return ok(stdout);
      if (stderr.includes("not a git repository")) return fail({ where: option, ...NO_REPOSITORY });
      const reason = stderr.trim().split("\n")[0] ?? "";
      return fail({
        where: option,
        what: `git ${words[0]} failed: ${reason}`,
        remedy: "Try the same command by hand.",
      });
    },
  };
}

/** The commit to compare with: where this branch left `ref`, so that the others' work since then does not count. */
function baseOf(git: Git, ref: string): Result<string> {
  const commit = git.run("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
  if (commit.kind === "problem")
    return fail({
      where: `--since ${ref}`,
      what: "git knows no commit, branch or tag of this name.",
      remedy: "Check the name; in a shallow clone, fetch it first (on GitHub: actions/checkout with fetch-depth: 0).",
    });
  const base = git.run("merge-base", commit.value.trim(), "HEAD");
  if (base.kind === "ok") return ok(base.value.trim());
  return fail({
    where: `--since ${ref}`,
    what: "It has no commit in common with the one checked out.",
    remedy: "Fetch the whole history (git fetch --unshallow), or name another commit.",
  });
}

/** The files of `git diff --numstat -z`: those of which git shows lines, and those it does not (binary to it, UTF-16 say). */
function filesOf(numstat: string): { readonly paths: readonly string[]; readonly opaque: readonly string[] } {
  const paths: string[] = [];
  const opaque: string[] = [];
  const fields = numstat.split("\0");
  for (let index = 0; index < fields.length - 1; index += 1) {
    const [added, , path = ""] = (fields[index] ?? "").split("\t");
    // A renamed file has its two names in the next two fields.
    if (path === "") index += 2;
    const name = path === "" ? (fields[index] ?? "") : path;
    paths.push(name);
    if (added === "-") opaque.push(name);
  }
  return { paths, opaque };
}

/** What a repository without a commit is compared with. */
const emptyTree = (git: Git): Result<string> => git.run("hash-object", "-t", "tree", "--stdin");

/** What has changed since the commit checked out, in files that git knows and in new ones. */
function changesSince(root: string, git: Git, base: string, since: string): Result<Changes> {
  const diff = [
    "diff",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--find-renames",
    "--diff-filter=d",
    "--ignore-submodules",
  ];
  const numstat = git.run(...diff, "--numstat", "-z", base);
  if (numstat.kind === "problem") return numstat;
  const patch = git.run(...diff, "--unified=0", "--src-prefix=a/", "--dst-prefix=b/", base);
  if (patch.kind === "problem") return patch;
  const untracked = git.run("ls-files", "--others", "--exclude-standard", "-z");
  if (untracked.kind === "problem") return untracked;
  const { paths, opaque } = filesOf(numstat.value);
  const whole = [...opaque, ...untracked.value.split("\0").filter((path) => path !== "")];
  const changes = new Map<string, Change>();
  for (const path of paths) changes.set(join(root, path), "nothing");
  for (const [path, ranges] of changedLinesIn(patch.value)) changes.set(join(root, path), ranges);
  for (const path of whole) changes.set(join(root, path), "all");
  return ok({
    since,
    paths: [...changes]
      .filter(([, change]) => change !== "nothing" && change.length > 0)
      .map(([path]) => path)
      .sort(),
    of: (path) => changes.get(realPathOf(path)) ?? "nothing",
  });
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** What has changed in the repository around a folder: since a commit, or, with no `ref`, since the last one. */
export function changesIn(folder: string, ref: string | undefined): Result<Changes> {
  const option = ref === undefined ? "--changed" : `--since ${ref}`;
  const top = gitIn(folder, option).run("rev-parse", "--show-toplevel");
  if (top.kind === "problem") return top;
  const root = realPathOf(top.value.replace(/\n$/u, ""));
  const git = gitIn(root, option);
  if (ref !== undefined) {
    const base = baseOf(git, ref);
    return base.kind === "problem" ? base : changesSince(root, git, base.value, `since ${ref}`);
  }
  const head = git.run("rev-parse", "--verify", "--quiet", "HEAD");
  const base = head.kind === "ok" ? head : emptyTree(git);
  return base.kind === "problem" ? base : changesSince(root, git, base.value.trim(), "since the last commit");
}
