import { isBuilt } from "./buildStamp.ts";
import { runNode } from "./runNode.ts";

/**
 * Builds the site where dist/ is not what a build would make now. Ends this command where that fails, after
 * the words of the build. In a process of its own: Astro takes a gigabyte, which only the end of it gives back.
 */
export async function ensureBuilt(): Promise<void> {
  if (isBuilt()) return;
  const code = await runNode(["scripts/build.ts", "--unless-built"]);
  if (code !== 0) process.exit(code);
}
