/**
 * Serves the lab that the site's pages try requests on, for a host: it is safe to be asked by anybody.
 * Usage: node scripts/lab/try/serve.ts [--port 4400] [--host 0.0.0.0]
 * On the own machine `npm run lab` does, with the scenarios' page beside it.
 */
import { readOptions } from "./options.ts";
import { startTryServer } from "./server.ts";

try {
  const { port, host } = readOptions(process.argv.slice(2), ["port", "host"]);
  const server = await startTryServer(port, host);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void server.close());
  console.log(
    `The lab listens at ${host}, port ${server.port}. Build the site with LAB_URL, the address that browsers know it by.`,
  );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
