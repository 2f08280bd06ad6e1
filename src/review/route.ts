import { reaches, type Severity } from "../core/severity.ts";
import type { Progress } from "./progress.ts";

/** Where an item goes: on to the readers, to a desk, or back to where it came from. */
export const ROUTES = ["publish", "review", "reject"] as const;
export type Route = (typeof ROUTES)[number];

/** The route of a document, by its findings that nobody has settled. Repairs count only once they are in the text. */
export function routeOf({ stock, standings }: Progress, places: readonly number[], failOn: Severity): Route {
  let route: Route = "publish";
  for (const place of places) {
    const standing = standings[place];
    const finding = stock.entries[place]?.finding;
    if (standing === undefined || finding === undefined) continue;
    if (standing.kind === "ignored" || standing.kind === "rejected") continue;
    const isHopeless = finding.severity === "critical" || finding.category === "custom/non-translation";
    if (isHopeless && standing.kind === "open") return "reject";
    if (standing.kind !== "open" || reaches(finding.severity, failOn)) route = "review";
  }
  return route;
}
