import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type SiteServer, serveSite } from "../../scripts/serve.ts";
import { KEEP } from "../../src/build/hosting/answers.ts";
import { serviceWorker } from "../../src/build/offline.ts";

/** A site on a host, of which there may come another build: the host then has nothing left of the one before. */
export interface Deployment {
  address: string;
  /** Puts a build in the place of the one that is there. @param name what marks its pages and the names of their parts */
  deploy(name: string): Promise<void>;
  /** Changes the build that is there. */
  change(edit: (folder: string) => void): void;
  /** Cuts the network. */
  cut(): void;
  stop(): void;
}

/** @param built a built site's folder. It is read only */
export async function startDeployment(built: string, name: string): Promise<Deployment> {
  const parent = mkdtempSync(join(".cache", "deployment-"));
  const folder = join(parent, "site");
  await makeBuild(built, folder, name);
  const { server, address }: SiteServer = await serveSite(folder);
  const cut = () => {
    server.close();
    server.closeAllConnections();
  };
  return {
    address,
    async deploy(next) {
      await makeBuild(built, `${folder}.next`, next);
      renameSync(folder, `${folder}.before`);
      renameSync(`${folder}.next`, folder);
      rmSync(`${folder}.before`, { recursive: true });
    },
    change: (edit) => edit(folder),
    cut,
    stop() {
      cut();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/**
 * A build in which all is other than in the one that it is made of: each page is marked, and each of their parts has the
 * mark in its name.
 */
async function makeBuild(built: string, folder: string, mark: string): Promise<void> {
  cpSync(built, folder, { recursive: true });
  const parts = ["_astro", "words"].flatMap((name) =>
    readdirSync(join(folder, name)).map((part) => [name, part] as const),
  );
  const marked = (part: string) => part.replace(/\.\w+$/, `-${mark}$&`);
  const names = new Set(parts.map(([, part]) => part));
  const rename = (text: string) =>
    text.replaceAll(/[\w.-]+\.(?:js|css|json|svg)\b/g, (name) => (names.has(name) ? marked(name) : name));
  for (const [name, part] of parts) {
    const text = readFileSync(join(folder, name, part), "utf8");
    rmSync(join(folder, name, part));
    writeFileSync(join(folder, name, marked(part)), rename(text));
  }
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".html")) continue;
    const html = readFileSync(join(folder, name), "utf8");
    writeFileSync(join(folder, name), rename(html).replace("<html", `<html data-build="${mark}"`));
  }
  // What the browser keeps by itself would stand in for what the worker does not.
  const headers = readFileSync(join(folder, "_headers"), "utf8");
  writeFileSync(join(folder, "_headers"), headers.replaceAll(KEEP, "no-store"));
  writeFileSync(join(folder, "sw.js"), await serviceWorker(folder));
}
