import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureCommand } from "../../scripts/setup/system-packages.ts";
import { freePort, type Running, recipePath, startListening } from "./processes.ts";

/** Where nginx would write outside its folder. */
const temporaryPaths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

/**
 * Starts nginx with a recipe's configuration on a free port, in a folder of its own.
 * @param file the recipe's file, `nginx/nginx.conf`
 * @param upstream base URL of the application behind it
 * @throws with one line that says what to install, where there is no nginx
 */
export async function startNginx(file: string, upstream: string): Promise<Running> {
  const { path, missing } = await ensureCommand("nginx");
  if (!path) throw new Error(missing);

  const folder = await mkdtemp(join(tmpdir(), "recipe-nginx-"));
  const port = await freePort();
  const config = join(folder, "nginx.conf");
  await writeFile(config, fill(await readFile(recipePath(file), "utf8"), port, upstream));

  // One process in the foreground: what stops with it leaves no worker behind.
  const globals = `daemon off; master_process off; error_log stderr; pid ${folder}/nginx.pid;`;
  const args = ["-p", folder, "-e", "stderr", "-c", config, "-g", globals];
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    const running = await startListening(path, args, port);
    return { url: running.url, stop: () => running.stop().then(removeFolder) };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

function fill(config: string, port: number, upstream: string): string {
  const inHttp = [...temporaryPaths.map((name) => `${name}_temp_path ${name};`), "access_log off;"].join(" ");
  return [
    ["http {", `http { ${inHttp}`],
    ["listen 127.0.0.1:8080;", `listen 127.0.0.1:${port};`],
    ["proxy_pass http://127.0.0.1:3000;", `proxy_pass ${upstream};`],
  ].reduce((text, [placeholder = "", value = ""]) => {
    if (text.split(placeholder).length !== 2) throw new Error(`The configuration must have "${placeholder}" once`);
    return text.replace(placeholder, value);
  }, config);
}
