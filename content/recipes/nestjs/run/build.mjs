// Stands for `nest build`: Node strips types by itself, but not decorators.
import { buildSync } from "esbuild";

buildSync({ entryPoints: ["src/main.ts"], outfile: "dist/main.js", bundle: true, packages: "external", platform: "node", format: "esm" });
