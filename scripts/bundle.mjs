// Joins the modules of the command line and of the packages it uses into a few files in dist/cli: loading hundreds of small
// ones is a sixth of a short run. The program is CommonJS, with the packages it uses (src/cli/joined-code.ts); what
// draws the review is loaded by `import`, as its library asks, and so are the workers. All files stay one folder below
// dist, so that places reckoned from a module's own still hold.
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const folder = fileURLToPath(new URL("../dist/cli/", import.meta.url));
const modules = await rolldown({
  input: { main: `${folder}main.js`, "audit-worker": `${folder}audit-worker.js` },
  platform: "node",
  external: /^[^./]/u,
});
await modules.write({ dir: folder, format: "esm", chunkFileNames: "[name].joined.js" });

const program = await rolldown({ input: { program: `${folder}program.js` }, platform: "node" });
await program.write({ dir: folder, format: "cjs", entryFileNames: "[name].cjs", chunkFileNames: "[name].joined.cjs" });
