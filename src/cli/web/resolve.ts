import { isIP } from "node:net";
import { fail, ok, type Result } from "../../core/result.ts";

/** A resolved address. */
export interface Resolved {
  readonly address: string;
  readonly family: number;
}

/** How hosts are found, and which of their addresses may be asked. */
export interface Finder {
  readonly lookup: (host: string) => Promise<readonly Resolved[]>;
  readonly mayAsk: (address: string) => boolean;
}

/**
 * The addresses that a request may go to. They are looked up once and the connection goes to them alone:
 * a name that is public when it is checked and private when it is used gets nowhere.
 */
export async function resolveHost(
  { hostname }: URL,
  where: string,
  { lookup, mayAsk }: Finder,
): Promise<Result<readonly Resolved[]>> {
  const literal = hostname.replace(/^\[|\]$/gu, "");
  const family = isIP(literal);
  const found = family === 0 ? await lookup(literal).catch(() => []) : [{ address: literal, family }];
  if (found.length === 0)
    return fail({ where, what: "The name of the host is not known.", remedy: "Check the address and the connection." });
  if (found.every(({ address }) => mayAsk(address))) return ok(found);
  return fail({
    where,
    what: "The host is on this machine or on a private network.",
    remedy: "Allow it with --allow-private-hosts, if you trust the address and all that it leads to.",
  });
}
