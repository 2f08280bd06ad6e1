import { existsSync, readFileSync } from "node:fs";

const manifest: { readonly name: string; readonly version: string } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
);

/** The tool's name and version, as its package says. */
export const TOOL = { name: manifest.name, version: manifest.version } as const;

/** A hash of the program as it was built; empty where it runs unbuilt. */
export function buildHash(): string {
  const file = new URL("../build-hash", import.meta.url);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
