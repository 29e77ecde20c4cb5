import { type Program, startProgram } from "../../scripts/support/program.ts";
import { patience } from "./poll.ts";

const code = `
import { serveSite } from "./scripts/serve.ts";
const { address } = await serveSite(process.argv[1]);
console.log("Served at " + address);
`;

/**
 * Serves a site that was built below another path than this project's: in a process of its own, as the path is the
 * environment's.
 */
export async function serveBelow(folder: string, base: string): Promise<{ address: string; server: Program }> {
  const command = [process.execPath, "--input-type=module", "--eval", code, folder];
  const server = startProgram({ command, env: { ...process.env, BASE_PATH: base } });
  return { address: await server.printed(/^Served at (\S+)$/m, patience), server };
}
