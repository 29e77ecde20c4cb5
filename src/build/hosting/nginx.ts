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
 * A whole configuration of nginx, for an ordinary user and without TLS: it stands behind what ends that, or is the start
 * of one's own. Paths are relative to its folder.
 * @see https://nginx.org/en/docs/http/ngx_http_gzip_static_module.html
 */
export function nginxFile(moved: readonly Moved[]): string {
  const types = Object.entries(mediaTypes).map(([end, type]) => `    ${type} ${end};`);
  const textTypes = [...new Set(texts.map((end) => mediaTypes[end]))].filter((type) => type !== "text/html");
  const headers = Object.entries(everyAnswer).map(([name, value]) => `    add_header ${name} "${value}" always;`);
  const ofPages = Object.entries(pageAnswer).map(([name, value], index) => ({
    map: `  map $uri $page${index} {
    "~^(${partFolders.map(asPattern).join("|")})" "";
    default "${value}";
  }`,
    header: `    add_header ${name} $page${index} always;`,
  }));
  const pages = notFound.map(
    ({ below, page }) => `    location ${below} {
      error_page 404 ${page};
      try_files $uri $uri/ =404;
    }`,
  );
  const redirects = moved.map(({ from, to }) => `    location = ${from} { return 301 ${to}; }\n`);
  const kept = hashedFolders.map((folder) => `    "~^(200|206|304) ${asPattern(folder)}" "${KEEP}";`);
  return `# Made by npm run hosts. To try it: nginx -e stderr -p <this folder> -c nginx.conf
daemon off;
pid nginx.pid;
error_log stderr;
events {}

http {
  access_log off;
  server_tokens off;
  sendfile on;
  client_body_temp_path temp;
  proxy_temp_path temp;
  fastcgi_temp_path temp;
  uwsgi_temp_path temp;
  scgi_temp_path temp;
  default_type application/octet-stream;
  charset utf-8;
  charset_types ${textTypes.join(" ")};
  types {
${types.join("\n")}
  }

  # A file that is not there is not kept, whatever it would have been.
  map "$status $uri" $kept {
${kept.join("\n")}
    default "${ASK_ANEW}";
  }
  # Where this ends TLS itself, or the proxy in front says that it does.
  map "$scheme $http_x_forwarded_proto" $strict {
    ~https "${strictTransport.value}";
    default "";
  }
  # What is said of pages, and not of their parts: a header without a value is not sent.
${ofPages.map(({ map }) => map).join("\n")}

  server {
    listen 127.0.0.1:8080;
    root site;
    index index.html;
    absolute_redirect off;
    # The files beside each that npm run hosts has compressed.
    gzip_static on;
    gzip_vary on;
${[...headers, ...ofPages.map(({ header }) => header)].join("\n")}
    add_header Cache-Control $kept always;
    add_header ${strictTransport.name} $strict always;

${redirects.join("")}${pages.join("\n")}${site.base === "/" ? "" : `\n    location = / {\n      return 302 ${site.base};\n    }`}
  }
}
`;
}
