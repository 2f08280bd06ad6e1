#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { run } from "./program.ts";

// Most expressions meet enough text to be worth compiling: not to interpret them first saves a tenth of a short run.
setFlagsFromString("--no-regexp-tier-up");

await run(async () => (await import("./commands/review.ts")).addReview);
// A keyboard that was read would hold the process.
if (process.stdin.isTTY) process.exit();
