import { lookup } from "node:dns/promises";
import { ok, type Result } from "../../core/result.ts";
import type { Cache } from "../cache.ts";
import type { InputBytes } from "../inputs.ts";
import { isPublicAddress } from "./address.ts";
import { readContentType } from "./content-type.ts";
import { fetchText } from "./fetch.ts";
import type { Limits } from "./request.ts";
import { shownAddress } from "./shown.ts";

/** How a person wants texts of the web to be fetched. */
export interface WebOptions {
  readonly limits: Limits;
  /** Whether hosts of this machine and its networks may be asked. */
  readonly privateHosts: "refused" | "allowed";
  readonly cache: Cache | undefined;
}

/** Fetches a text of the web as an input. */
export async function readPage(
  address: string,
  inputFormat: string | undefined,
  { limits, privateHosts, cache }: WebOptions,
): Promise<Result<InputBytes>> {
  const fetched = await fetchText(address, {
    limits,
    cache,
    lookup: (host) => lookup(host, { all: true }),
    mayAsk: privateHosts === "allowed" ? () => true : isPublicAddress,
  });
  if (fetched.kind === "problem") return fetched;
  const name = shownAddress(address);
  const { bytes, contentType } = fetched.value;
  const type = readContentType(contentType, bytes, name);
  if (type.kind === "ok") return ok({ name, bytes, ...type.value });
  return inputFormat === undefined ? type : ok({ name, bytes, format: undefined, charset: undefined });
}
