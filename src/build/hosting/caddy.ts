import { site } from "../../site.config.ts";
import {
  ASK_ANEW,
  everyAnswer,
  hashedFolders,
  KEEP,
  mediaTypes,
  notFound,
  pageAnswer,
  partFolders,
  strictTransport,
} from "./answers.ts";
import type { Moved } from "./moved.ts";

/**
 * A Caddyfile, for an ordinary user: on a port of its own, or, where `SITE_ADDRESS` is a host's name, with that host's
 * certificate.
 * @see https://caddyserver.com/docs/caddyfile/directives/file_server
 */
export function caddyFile(moved: readonly Moved[]): string {
  const lines = (headers: Readonly<Record<string, string>>) =>
    Object.entries(headers)
      .map(([name, value]) => `  ${name} "${value}"`)
      .join("\n");
  const types = Object.entries(mediaTypes).flatMap(([end, type]) => {
    const charset = type.startsWith("text/") ? "; charset=utf-8" : "";
    return [`@${end} path *.${end}`, `header @${end} Content-Type "${type}${charset}"`];
  });
  const pages = notFound.map(
    ({ below, page }, index) => `    @missing${index} path ${below}*
    handle @missing${index} {
      rewrite * ${page}
      file_server {
        precompressed br gzip
      }
    }`,
  );
  /** A matcher's name is for one use. */
  const answers = (use: string) => `header {
${lines(everyAnswer)}
  -Server
}
@${use}Page not path ${partFolders.map((folder) => `${folder}*`).join(" ")}
header @${use}Page {
${lines(pageAnswer)}
}
@${use}Secure \`{scheme} == "https" || header({"X-Forwarded-Proto": "https"})\`
header @${use}Secure ${strictTransport.name} "${strictTransport.value}"`;
  return `# Made by npm run hosts. To try it, in this folder: caddy run --config Caddyfile --adapter caddyfile
# SITE_ADDRESS=guide.example in the environment serves that host, with a certificate.
{
  admin off
  auto_https disable_redirects
}

{$SITE_ADDRESS:http://127.0.0.1:8080}

root * {$SITE_ROOT:site}
${answers("found")}
@hashed path ${hashedFolders.map((folder) => `${folder}*`).join(" ")}
header @hashed Cache-Control "${KEEP}"
@others not path ${hashedFolders.map((folder) => `${folder}*`).join(" ")}
header @others Cache-Control "${ASK_ANEW}"
${types.join("\n")}
${site.base === "/" ? "" : `redir / ${site.base}\n`}${moved.map(({ from, to }) => `redir ${from} ${to} 301\n`).join("")}
file_server {
  precompressed br gzip
}

# An error begins anew, without the headers from above.
handle_errors {
${answers("missing").replaceAll(/^/gm, "  ")}
  header Cache-Control "${ASK_ANEW}"
  @notFound expression {err.status_code} == 404
  handle @notFound {
    header Content-Type "text/html; charset=utf-8"
${pages.join("\n")}
  }
}
`;
}
