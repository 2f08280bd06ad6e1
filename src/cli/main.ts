#!/usr/bin/env node
import { loadProgram } from "./joined-code.ts";

await loadProgram().run(async () => (await import("./commands/review.ts")).addReview);
// A review leaves its keyboard open. Other commands end by themselves, as the engine may still be compiling kernels.
if (process.argv[2] === "review" || process.argv[2] === "init") process.exit();
