/** A path as programs on a repository write it: forward slashes, no `./` before it. */
export const repositoryPath = (path: string): string => path.replaceAll("\\", "/").replace(/^(?:\.\/)+/u, "");

const encoded = (part: string): string => encodeURIComponent(part.replace(/\p{Surrogate}/gu, "\ufffd"));

/** A path as a URI: relative where the path is, `file:` where it is absolute. An address stays as it is. */
export function pathUri(path: string): string {
  if (/^https?:\/\/[\w.-]/u.test(path) && URL.canParse(path)) return new URL(path).href;
  const parts = repositoryPath(path).split("/");
  const drive = /^[A-Za-z]:$/u.test(parts[0] ?? "") ? parts.shift() : undefined;
  const written = parts.map(encoded).join("/");
  if (drive !== undefined) return `file:///${drive}/${written}`;
  return written.startsWith("/") ? `file://${written.replace(/^\/+/u, "/")}` : written;
}
