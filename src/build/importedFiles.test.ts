import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, expect, test } from "vitest";
import { importedFiles } from "./importedFiles.ts";

let root: string;
afterEach(() => rmSync(root, { recursive: true }));

test("a file's code is all that it imports, each once, however it does", async () => {
  root = mkdtempSync(join(tmpdir(), "imports-"));
  const files = {
    "a.ts":
      'import { b } from "./b.ts";\nimport "node:fs";\nimport "./side.ts";\nconst d = await import("./rooms/d.ts");\n',
    "b.ts": 'export { c, type C } from "./rooms/c.ts";\nexport {\n  e,\n} from "./e.ts?own";\n',
    "rooms/c.ts": 'import { a } from "../a.ts";\n',
    "rooms/d.ts": "",
    "e.ts": "",
    "side.ts": "",
    "stranger.ts": 'import "./a.ts";\n',
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const found = [...(await importedFiles(join(root, "a.ts"))).keys()].map((file) => relative(root, file));
  expect(found).toEqual(["a.ts", "b.ts", "e.ts", "rooms/c.ts", "rooms/d.ts", "side.ts"]);
});
