// Joins the modules of the command line and of the packages it uses into a few files in dist/cli: loading hundreds of small
// ones is a sixth of a short run. The program is CommonJS, as only that can be kept compiled (src/cli/kept-code.ts); what
// draws the review is loaded by `import`, as its library asks, and so are the workers. All files stay one folder below
// dist, so that places reckoned from a module's own still hold.
import { execFileSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const folder = fileURLToPath(new URL("../dist/cli/", import.meta.url));
// The engine tells kept code from other code by its length only: none may outlive its source.
for (const name of readdirSync(folder)) if (name.endsWith(".code")) rmSync(folder + name);

const modules = await rolldown({
  input: { main: `${folder}main.js`, "audit-worker": `${folder}audit-worker.js` },
  platform: "node",
  external: /^[^./]/u,
});
await modules.write({ dir: folder, format: "esm", chunkFileNames: "[name].joined.js" });

const program = await rolldown({ input: { program: `${folder}program.js` }, platform: "node" });
await program.write({ dir: folder, format: "cjs", entryFileNames: "[name].cjs", chunkFileNames: "[name].joined.cjs" });

execFileSync(process.execPath, [`${folder}keep.js`], { stdio: ["ignore", "ignore", "inherit"] });
