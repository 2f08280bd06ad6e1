const SECRET = /key|token|secret|pass|auth|sig|cred|session/iu;

/** An address as it may be shown: without name and password, and without the values that look like keys. */
export function shownAddress(written: string): string {
  if (!URL.canParse(written)) return written.replace(/\/\/[^/@]*@/u, "//");
  const url = new URL(written);
  if (url.username === "" && url.password === "" && ![...url.searchParams.keys()].some((name) => SECRET.test(name)))
    return written;
  url.username = "";
  url.password = "";
  for (const name of new Set(url.searchParams.keys())) if (SECRET.test(name)) url.searchParams.set(name, "hidden");
  return url.href;
}
