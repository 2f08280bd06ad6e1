#!/usr/bin/env node
import { openCode } from "./kept-code.ts";

await openCode()
  .load("./program.cjs")
  .run(async () => (await import("./commands/review.ts")).addReview);
process.exit();
