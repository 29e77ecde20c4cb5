/**
 * Builds the site where it has changed since the last build, and serves it on 127.0.0.1.
 * Usage: npm start (PORT=8080 npm start for another port than 4321)
 */
import { languages, site } from "../src/site.config.ts";
import { buildSite, isBuilt } from "./build.ts";
import { type SiteServer, serveSite } from "./serve.ts";

/** @throws where `PORT` is no port */
function readPort(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) {
    throw new Error(`PORT is "${value}", which is not a port.\nSet it to a number up to 65535, or unset it for 4321.`);
  }
  return port;
}

/** Serves on that port, or on a free one where it is taken. */
async function serveNear(port: number): Promise<SiteServer> {
  try {
    return await serveSite("dist", port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    console.log(`Port ${port} is ${code === "EACCES" ? "not allowed" : "taken"}; this is another one.`);
    return serveSite("dist", 0);
  }
}

async function start(): Promise<void> {
  const port = readPort(process.env.PORT || "4321");
  if (!isBuilt()) {
    console.log("Building the site…");
    const code = await buildSite({ quiet: true });
    if (code !== 0) process.exit(code);
  }
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
}

await start().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
