import { site } from "../../site.config.ts";
import { everyAnswer, hashedFolders, KEEP, notFound, pageAnswer, pageFolders, strictTransport } from "./answers.ts";
import { type Moved, redirectLines } from "./moved.ts";

/**
 * Files that hosts read which serve by HTTPS alone, ask for pages anew by themselves, and lead from a folder's name to
 * the folder.
 */

const ofPages = Object.entries(pageAnswer);
const always = Object.entries({ ...everyAnswer, [strictTransport.name]: strictTransport.value });

/**
 * `_headers` of Cloudflare Pages and Netlify. Where two rules set one header, both join the values: so no two do.
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 * @see https://docs.netlify.com/routing/headers/
 */
export function headersFile(): string {
  const rules = [
    ["/*", ...always.map((line) => `  ${line.join(": ")}`)],
    ...[site.base, ...pageFolders.map((folder) => `${folder}*`)].map((path) => [
      path,
      ...ofPages.map((line) => `  ${line.join(": ")}`),
    ]),
    ...hashedFolders.map((folder) => [`${folder}*`, `  Cache-Control: ${KEEP}`]),
  ];
  return `${rules.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/**
 * `_redirects` of Netlify, which by itself knows one 404 page for all. Not for Cloudflare, which takes the nearest 404
 * page by itself and refuses such lines. With "!" a line counts also where there is a file.
 * @see https://docs.netlify.com/routing/redirects/redirect-options/#custom-404-page-handling
 */
export function netlifyRedirects(moved: readonly Moved[]): string {
  return redirectLines(moved, "301!") + notFound.map(({ below, page }) => `${below}* ${page} 404\n`).join("");
}

/**
 * `vercel.json`, for a deployment of the built folder. It knows one 404 page, `404.html`.
 * @see https://vercel.com/docs/project-configuration/vercel-json
 */
export function vercelFile(moved: readonly Moved[]): string {
  const rule = (source: string, headers: readonly (readonly [string, string])[]) => ({
    source,
    headers: headers.map(([key, value]) => ({ key, value })),
  });
  const config = {
    $schema: "https://openapi.vercel.sh/vercel.json",
    trailingSlash: true,
    redirects: moved.map(({ from, to }) => ({ source: from, destination: to, statusCode: 301 })),
    headers: [
      rule("/(.*)", always),
      ...[site.base, ...pageFolders.map((folder) => `${folder}(.*)`)].map((path) => rule(path, ofPages)),
      ...hashedFolders.map((folder) => rule(`${folder}(.*)`, [["Cache-Control", KEEP]])),
    ],
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
