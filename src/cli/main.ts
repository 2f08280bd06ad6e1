#!/usr/bin/env node
import { loadProgram } from "./joined-code.ts";

await loadProgram().run(async () => (await import("./commands/review.ts")).addReview);
process.exit();
