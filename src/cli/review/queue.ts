import { mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fail, ok, type Result } from "../../core/result.ts";
import type { Severity } from "../../core/severity.ts";
import { feedItemCount, selectFeedItems } from "../../readers/feed-selection.ts";
import { onDisk } from "../../review/disk.ts";
import { ROUTES, type Route, routeOf } from "../../review/route.ts";
import { writeAtomically } from "../../review/write.ts";
import { filed } from "../../tui/review/files.ts";
import { correctedBytes } from "../correction.ts";
import type { Desk, DeskFile } from "./desk.ts";

/** How many items of a file went where. */
export type RoutedItems = { readonly path: string } & Readonly<Record<Route, number>>;

/** The route of each document of a file, in order. */
function routesOf({ reading }: DeskFile, failOn: Severity): readonly Route[] {
  const { reviewed, progress } = filed(reading);
  return reviewed.documents.map(({ places }) => routeOf(progress, places, failOn));
}

const RANK: Readonly<Record<Route, number>> = { publish: 0, review: 1, reject: 2 };

/** What a file that is no feed becomes: all of it goes where the worst of its documents goes. */
const worst = (routes: readonly Route[]): Route =>
  routes.reduce<Route>((worse, route) => (RANK[route] > RANK[worse] ? route : worse), "publish");

/** Writes a file into the folders its items are routed to; items keep every letter. */
function routeFile(file: DeskFile, folder: string | undefined, failOn: Severity): Result<RoutedItems> {
  const { path, opened } = file;
  const { text, format } = opened.file;
  const routes = routesOf(file, failOn);
  const isFeed = format === "feed";
  if (isFeed && feedItemCount(text) !== routes.length)
    return fail({ where: path, what: "Its items cannot be told apart.", remedy: "Review it without --queue." });
  const counts = { path, publish: 0, review: 0, reject: 0 };
  for (const route of ROUTES) {
    counts[route] = isFeed ? routes.filter((each) => each === route).length : Number(worst(routes) === route);
    if (counts[route] === 0 && !isFeed) continue;
    const place = join(folder ?? dirname(path), route, basename(path));
    const selected = isFeed ? selectFeedItems(text, (index) => routes[index] === route) : text;
    const bytes = correctedBytes(place, selected, opened.decoded);
    if (bytes.kind === "problem") return bytes;
    const made = onDisk(dirname(place), () => mkdirSync(dirname(place), { recursive: true }));
    if (made.kind === "problem") return made;
    const written = writeAtomically(place, bytes.value);
    if (written.kind === "problem") return written;
  }
  return ok(counts);
}

/** Routes the items of all files into the folders publish, review and reject. */
export function routeDesk(
  { files }: Desk,
  folder: string | undefined,
  failOn: Severity,
): Result<readonly RoutedItems[]> {
  const routed: RoutedItems[] = [];
  for (const file of files) {
    const done = routeFile(file, folder, failOn);
    if (done.kind === "problem") return done;
    routed.push(done.value);
  }
  return ok(routed);
}
