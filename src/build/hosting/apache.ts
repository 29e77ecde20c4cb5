import { site } from "../../site.config.ts";
import {
  ASK_ANEW,
  asPattern,
  everyAnswer,
  hashedFolders,
  KEEP,
  mediaTypes,
  notFound,
  pageAnswer,
  partFolders,
  strictTransport,
  texts,
} from "./answers.ts";
import type { Moved } from "./moved.ts";

/**
 * What Apache's configuration of a host includes. It wants mod_headers, mod_rewrite, mod_mime, mod_alias
 * and mod_dir; `SITE_ROOT` is defined by who includes it.
 * @see https://httpd.apache.org/docs/2.4/mod/mod_brotli.html#precompressed
 */
export function apacheFile(moved: readonly Moved[]): string {
  const headers = Object.entries(everyAnswer).map(([name, value]) => `Header always set ${name} "${value}"`);
  const types = Object.entries(mediaTypes).map(([end, type]) => `  AddType ${type} .${end}`);
  const parts = `expr=!(%{REQUEST_URI} =~ m#^(${partFolders.map(asPattern).join("|")})#)`;
  const ofPages = Object.entries(pageAnswer).map(([name, value]) => `Header always set ${name} "${value}" "${parts}"`);
  const ends = texts.map((end) => `.${end}`).join(" ");
  const pages = notFound.map(
    ({ below, page }) => `<Location "${below}">
  ErrorDocument 404 ${page}
</Location>`,
  );
  return `# Made by npm run hosts. In a virtual host: Define SITE_ROOT /the/folder/site, and Include this file.
# What the server says of itself is the whole server's: ServerTokens Prod.
DocumentRoot "\${SITE_ROOT}"
ServerSignature Off
TraceEnable Off
FileETag MTime Size

<Directory "\${SITE_ROOT}">
  Options None
  AllowOverride None
  Require all granted
  DirectoryIndex index.html
  DirectorySlash On
  AddDefaultCharset utf-8
  AddCharset utf-8 ${ends}
  RemoveType .gz .br
  RemoveLanguage .br
  AddEncoding br .br
  AddEncoding gzip .gz
${types.join("\n")}
</Directory>

RewriteEngine On
${moved.map(({ from, to }) => `RewriteRule "^${asPattern(from)}$" "${to}" [R=301,L]\n`).join("")}# The files beside each that npm run hosts has compressed.
RewriteCond "%{REQUEST_URI}" "/$"
RewriteCond "%{DOCUMENT_ROOT}%{REQUEST_URI}index.html" -f
RewriteRule "^(.*)$" "$1index.html"
RewriteCond "%{HTTP:Accept-Encoding}" "\\bbr\\b"
RewriteCond "%{DOCUMENT_ROOT}$1.br" -f
RewriteRule "^(.*)$" "$1.br" [L]
RewriteCond "%{HTTP:Accept-Encoding}" "\\bgzip\\b"
RewriteCond "%{DOCUMENT_ROOT}$1.gz" -f
RewriteRule "^(.*)$" "$1.gz" [L]
Header merge Vary Accept-Encoding

${[...headers, ...ofPages].join("\n")}
Header always set Cache-Control "${ASK_ANEW}"
Header always set Cache-Control "${KEEP}" "expr=%{REQUEST_STATUS} in { '200', '206', '304' } && %{REQUEST_URI} =~ m#^(${hashedFolders.map(asPattern).join("|")})#"
Header always set ${strictTransport.name} "${strictTransport.value}" "expr=%{HTTPS} == 'on' || req_novary('X-Forwarded-Proto') == 'https'"
Header always unset X-Powered-By

${pages.toReversed().join("\n")}${site.base === "/" ? "" : `\nRedirectMatch 302 ^/$ ${site.base}`}
`;
}
