import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { languages, site } from "../src/site.config.ts";

/** A server of the built site, and where it answers. */
export interface SiteServer {
  server: Server;
  /** The address of the site's root, with its base path and a slash at the end. */
  address: string;
}

/**
 * Serves the built site on 127.0.0.1 as a static host would, with the nearest 404 page.
 * @param folder the built site
 * @param port 0 for any that is free
 * @throws where there is no built site, or the port is taken
 */
export async function serveSite(folder = "dist", port = 0): Promise<SiteServer> {
  if (!existsSync(join(folder, "index.html"))) {
    throw new Error(`There is no built site in ${folder}/.\nRun: npm run build`);
  }
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    const url = request.url ?? "/";
    const inside = url.startsWith(site.base);
    const notFound = () => {
      const language = languages.find((tag) => url.startsWith(`${site.base}${tag}/`));
      const page = join(folder, language ?? "", "404.html");
      response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
      // While the site is being built anew its pages are not there.
      response.end(existsSync(page) ? readFileSync(page) : "404");
    };
    if (!inside) return notFound();
    request.url = url.slice(site.base.length - 1);
    files(request, response, notFound);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("unreachable: the server listens on a port");
  return { server, address: `http://127.0.0.1:${address.port}${site.base}` };
}
