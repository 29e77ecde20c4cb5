import type { TestProject } from "vitest/node";
import { serveSite } from "../../scripts/serve.ts";
import { copyProject } from "./project.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the built site's root, with a slash at the end. */
    siteUrl: string;
    /** The folder that holds the built site. */
    siteFolder: string;
  }
}

/** Builds the site once and serves it for all tests of the run. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const copy = copyProject();
  const { exitCode, output, folder } = await copy.build();
  if (exitCode !== 0) {
    copy.remove();
    throw new Error(`The site does not build:\n${output}`);
  }
  copy.leaveKept();
  const { server, address } = await serveSite(folder);
  project.provide("siteUrl", address);
  project.provide("siteFolder", folder);
  return async () => {
    await new Promise((resolve) => {
      server.close(resolve);
      // Browsers keep connections open that would hold the server up.
      server.closeAllConnections();
    });
    copy.remove();
  };
}
