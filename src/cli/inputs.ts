import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { Document, SourceFile } from "../core/document.ts";
import { fail, ok, type Problem, type Result } from "../core/result.ts";
import { type DecodedText, decodeAs } from "../readers/decode.ts";
import { READERS, readerFor } from "../readers/index.ts";
import type { ReadOptions } from "../readers/reader.ts";
import type { WebOptions } from "./web/page.ts";

/** How inputs are to be read. Languages and date stand in for what a file does not say itself. */
export interface InputOptions extends ReadOptions {
  readonly inputFormat: string | undefined;
  readonly sourceLanguage: string | undefined;
  readonly targetLanguage: string | undefined;
  readonly asOf: string | undefined;
}

/** A file read, with what is needed to write it back as it was. */
export interface OpenedFile {
  readonly file: SourceFile;
  readonly decoded: DecodedText;
  /** SHA-256 (hex) of its bytes. */
  readonly sha256: string;
}

/** The path that stands for standard input. */
export const STANDARD_INPUT = "-";
const SKIPPED_FOLDERS = new Set(["node_modules", "dist"]);

const REMEDIES: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  ENOENT: ["There is no such file or folder.", "Check the path."],
  EACCES: ["It may not be read.", "Check its permissions."],
  EPERM: ["It may not be read.", "Check its permissions."],
  EISDIR: ["It is a folder.", "Name a file."],
};

/** A failed system call as a problem. */
function systemProblem(where: string, error: unknown): Problem {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const [what, remedy] = REMEDIES[code] ?? [
    `It cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    "Check the path.",
  ];
  return { where, what, remedy };
}

function filesIn(folder: string): readonly string[] {
  const endings = READERS.flatMap(({ extensions }) => extensions);
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => {
      if (entry.name.startsWith(".") || SKIPPED_FOLDERS.has(entry.name)) return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      return endings.some((ending) => entry.name.toLowerCase().endsWith(ending)) ? [path] : [];
    });
}

/** Whether a path on the command line is an address of the web. */
export const isWebAddress = (path: string): boolean => /^https?:\/\//iu.test(path);

/** The files that a path on the command line stands for: itself, or all readable texts of a folder. */
export function expandPath(path: string): Result<readonly string[]> {
  if (path === STANDARD_INPUT) return ok([path]);
  if (isWebAddress(path)) return ok([path]);
  try {
    if (!statSync(path).isDirectory()) return ok([path]);
    const files = filesIn(path);
    return files.length > 0
      ? ok(files)
      : fail({
          where: path,
          what: "The folder has no text that can be read.",
          remedy: "Name the files, with --input-format where their names do not tell.",
        });
  } catch (error) {
    return fail(systemProblem(path, error));
  }
}

const completed = (document: Document, { sourceLanguage, targetLanguage, asOf }: InputOptions): Document => ({
  ...document,
  sourceLanguage: sourceLanguage ?? document.sourceLanguage,
  targetLanguage: targetLanguage ?? document.targetLanguage,
  date: asOf ?? document.date,
});

/** The bytes of an input, and what it is called in reports. */
export interface InputBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The format and the encoding, where a server said so. */
  readonly format: string | undefined;
  readonly charset: string | undefined;
}

const UNSAID = { format: undefined, charset: undefined } as const;

/** Reads the bytes of one file, of standard input for `-`, or, where the command can do with them, of an address. */
export async function readInput(
  path: string,
  { inputFormat }: InputOptions,
  web: WebOptions | undefined,
): Promise<Result<InputBytes>> {
  const name = path === STANDARD_INPUT ? "<stdin>" : path;
  if (isWebAddress(path)) {
    const [{ readPage }, { shownAddress }] = await Promise.all([import("./web/page.ts"), import("./web/shown.ts")]);
    if (web !== undefined) return readPage(path, inputFormat, web);
    const remedy = "Download it first, then name the file.";
    return fail({ where: shownAddress(path), what: "Only “misrender check” reads addresses.", remedy });
  }
  try {
    const bytes = path === STANDARD_INPUT ? await buffer(process.stdin) : readFileSync(path);
    return ok({ name, bytes, ...UNSAID });
  } catch (error) {
    return fail(systemProblem(name, error));
  }
}

/** Takes a decoded text apart into documents. */
export function readText(name: string, text: string, options: InputOptions): Result<SourceFile> {
  const reader = readerFor(name, text, options.inputFormat);
  if (reader.kind === "problem") return reader;
  const documents = reader.value.read(name, text, options);
  if (documents.kind === "problem") return documents;
  return ok({
    path: name,
    format: reader.value.name,
    text,
    documents: documents.value.map((document) => completed(document, options)),
  });
}

/** Takes the bytes of an input apart into documents. */
export function openBytes({ name, bytes, format, charset }: InputBytes, options: InputOptions): Result<OpenedFile> {
  const decoded = decodeAs(name, bytes, charset);
  if (decoded.kind === "problem") return decoded;
  const file = readText(name, decoded.value.text, { ...options, inputFormat: options.inputFormat ?? format });
  if (file.kind === "problem") return file;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return ok({ file: file.value, decoded: decoded.value, sha256 });
}

/** Reads one file, or standard input for `-`, into documents. */
export async function openFile(path: string, options: InputOptions): Promise<Result<OpenedFile>> {
  const input = await readInput(path, options, undefined);
  return input.kind === "problem" ? input : openBytes(input.value, options);
}
