import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadLanguages, loadWords, mustLoadGrammar } from "../plausibility/load.ts";

// The last step of the build: a hash of the whole program, its dictionary and its grammar, so that what one build kept is not taken for another's.
const folder = fileURLToPath(new URL("../", import.meta.url));
const hash = createHash("sha256");
for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort())
  if (/\.c?js$/u.test(name)) hash.update(`${name}\n`).update(readFileSync(join(folder, name)));
hash.update(loadWords()).update(loadLanguages());
hash.update(mustLoadGrammar().digest);
writeFileSync(join(folder, "build-hash"), hash.digest("hex"));
