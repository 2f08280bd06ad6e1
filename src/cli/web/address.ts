import ipaddr from "ipaddr.js";

/** The IPv4 address within an IPv6 address of the well-known NAT64 prefix, `64:ff9b::/96` (RFC 6052). */
function translated({ parts }: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  const [first, second, ...rest] = parts;
  if (first !== 0x64 || second !== 0xff9b || rest.slice(0, 4).some((part) => part !== 0)) return undefined;
  return new ipaddr.IPv4(rest.slice(4).flatMap((part) => [part >> 8, part & 0xff]));
}

function isGlobal(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address instanceof ipaddr.IPv4) return address.range() === "unicast";
  if (address.isIPv4MappedAddress()) return isGlobal(address.toIPv4Address());
  const inner = translated(address);
  return inner === undefined ? address.range() === "unicast" : isGlobal(inner);
}

/** Whether an address is one of the public internet: none of this machine, of its networks, or set apart for other use. */
export const isPublicAddress = (address: string): boolean => ipaddr.isValid(address) && isGlobal(ipaddr.parse(address));
