/**
 * Builds the site where it has changed since the last build, and serves it on 127.0.0.1.
 * Usage: npm start (PORT=8080 npm start for another port than 4321)
 */
import "./support/tellProblems.ts";

import { languages, site } from "../src/site.config.ts";
import { type SiteServer, serveSite } from "./serve.ts";
import { ensureBuilt } from "./support/ensureBuilt.ts";
import { readPort } from "./support/readPort.ts";

/** Serves on that port, or on a free one where it is taken. */
async function serveNear(port: number): Promise<SiteServer> {
  try {
    return await serveSite("dist", port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    console.error(
      `Port ${port} is ${code === "EACCES" ? "not allowed" : "taken"}; this is another one.\nPORT=8080 npm start would choose one.`,
    );
    return serveSite("dist", 0);
  }
}

const port = readPort(process.env.PORT || "4321");
await ensureBuilt();
const { server, address } = await serveNear(port);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    server.close();
    // Browsers keep connections open that would hold the server up.
    server.closeAllConnections();
  });
}
console.log(`${site.name.en} is served at ${address}`);
for (const language of languages) console.log(`  ${address}${language}/  ${site.name[language]}`);
console.log("Ctrl+C stops it.");
