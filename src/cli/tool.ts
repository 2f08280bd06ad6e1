import { readFileSync } from "node:fs";

const manifest: { readonly name: string; readonly version: string } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
);

/** The tool's name and version, as its package says. */
export const TOOL = { name: manifest.name, version: manifest.version } as const;
