import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { brotliQuality, compressed } from "../../src/build/hosting/answers.ts";
import { apacheFile } from "../../src/build/hosting/apache.ts";
import { caddyFile } from "../../src/build/hosting/caddy.ts";
import { cloudFrontFunction, cloudFrontHeaders, s3Commands } from "../../src/build/hosting/cloudfront.ts";
import { containerFile, labContainerFile } from "../../src/build/hosting/container.ts";
import { netlifyRedirects } from "../../src/build/hosting/edgeFiles.ts";
import { type Moved, readRedirects } from "../../src/build/hosting/moved.ts";
import { nginxFile } from "../../src/build/hosting/nginx.ts";
import { site } from "../../src/site.config.ts";
import { bundleLab } from "./bundleLab.ts";

/** Below this a compressed file is no smaller by more than a packet. In bytes. */
const WORTH = 1000;
/** Gzip's last. */
const GZIP_LEVEL = 9;

const files: Readonly<Record<string, (moved: readonly Moved[]) => string>> = {
  "nginx.conf": nginxFile,
  Caddyfile: caddyFile,
  Containerfile: containerFile,
  "apache.conf": apacheFile,
  "lab/Containerfile": labContainerFile,
  "netlify/_redirects": netlifyRedirects,
  "cloudfront/response-headers-policy.json": cloudFrontHeaders,
  "cloudfront/viewer-request.js": cloudFrontFunction,
  "cloudfront/deploy.sh": s3Commands,
};

/** Puts the compressed forms beside a file of the site that is in a folder. */
async function compress(folder: string, name: string): Promise<void> {
  const path = join(folder, name);
  const data = await readFile(path);
  if (data.length < WORTH) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality(name),
    [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
  };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(data, { params }));
  await writeFile(`${path}.gz`, await promisify(gzip)(data, { level: GZIP_LEVEL }));
}

/**
 * Makes what servers need to serve a built site: their configurations, and the site, below its base path, with each
 * text compressed beside it; and the lab that its pages may ask.
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
  for (const name of ["_headers", "_redirects", "vercel.json"]) rmSync(join(own, name));
  const texts = readdirSync(own, { recursive: true, encoding: "utf8" }).filter((path) =>
    compressed.some((end) => path.endsWith(`.${end}`)),
  );
  for (const path of texts) await compress(own, path);
  const moved = readRedirects(readFileSync(join(built, "_redirects"), "utf8"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text(moved));
  }
  await bundleLab(join(folder, "lab"));
  return { texts: texts.length, files: [...Object.keys(files), "lab/lab.mjs"] };
}
