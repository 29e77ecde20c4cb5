import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { compressed } from "../../src/build/hosting/answers.ts";
import { apacheFile } from "../../src/build/hosting/apache.ts";
import { caddyFile } from "../../src/build/hosting/caddy.ts";
import { cloudFrontFunction, cloudFrontHeaders, s3Commands } from "../../src/build/hosting/cloudfront.ts";
import { containerFile } from "../../src/build/hosting/container.ts";
import { netlifyRedirects } from "../../src/build/hosting/edgeFiles.ts";
import { nginxFile } from "../../src/build/hosting/nginx.ts";
import { site } from "../../src/site.config.ts";

/** Below this a compressed file is no smaller by more than a packet. In bytes. */
const WORTH = 1000;
/** Of 11: the last two take ten times as long for a twentieth less. */
const QUALITY = 9;

const files: Readonly<Record<string, () => string>> = {
  "nginx.conf": nginxFile,
  Caddyfile: caddyFile,
  Containerfile: containerFile,
  "apache.conf": apacheFile,
  "netlify/_redirects": netlifyRedirects,
  "cloudfront/response-headers-policy.json": cloudFrontHeaders,
  "cloudfront/viewer-request.js": cloudFrontFunction,
  "cloudfront/deploy.sh": s3Commands,
};

/** Puts a compressed form beside a file. */
async function compress(path: string): Promise<void> {
  const data = await readFile(path);
  if (data.length < WORTH) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: data.length };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(data, { params }));
  await writeFile(`${path}.gz`, await promisify(gzip)(data, { level: QUALITY }));
}

/**
 * Makes what servers need to serve a built site: their configurations, and the site, below its base path, with each
 * text compressed beside it.
 * @param built the folder of the built site
 * @param folder where they are made; `site/` in it is replaced
 * @returns how many texts were compressed, and the names of the configurations
 */
export async function makeHosts(built: string, folder: string): Promise<{ texts: number; files: string[] }> {
  const root = join(folder, "site");
  const own = join(root, site.base);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  cpSync(built, own, { recursive: true });
  // Others read them.
  for (const name of ["_headers", "vercel.json"]) rmSync(join(own, name));
  const texts = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
    compressed.some((end) => path.endsWith(`.${end}`)),
  );
  for (const path of texts) await compress(join(root, path));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text());
  }
  return { texts: texts.length, files: Object.keys(files) };
}
