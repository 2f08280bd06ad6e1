// Joins the modules of the command line into a few files, in the place of dist/cli/main.js and the worker's program: loading
// hundreds of small ones is a sixth of a short run. All files stay one folder below dist, so that places reckoned from a
// module's own still hold. Packages are left as they are.
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const folder = fileURLToPath(new URL("../dist/cli/", import.meta.url));
const modules = await rolldown({
  input: { main: `${folder}main.js`, "audit-worker": `${folder}audit-worker.js` },
  platform: "node",
  external: /^[^./]/u,
});
await modules.write({ dir: folder, format: "esm", chunkFileNames: "[name].joined.js" });
