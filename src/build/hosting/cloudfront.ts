import { site } from "../../site.config.ts";
import { ASK_ANEW, everyAnswer, hashedFolders, KEEP, notFound, pageAnswer, strictTransport } from "./answers.ts";
import type { Moved } from "./moved.ts";

const OWN = new Set([
  "Content-Security-Policy",
  "Referrer-Policy",
  "X-Content-Type-Options",
  strictTransport.name as string,
]);

/**
 * The configuration of CloudFront's response headers policy, as its API takes it.
 * @see https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyConfig.html
 */
export function cloudFrontHeaders(): string {
  const all = { ...everyAnswer, ...pageAnswer };
  const others = Object.entries(all).filter(([name]) => !OWN.has(name));
  const config = {
    Name: "preflight-guide",
    Comment: "Made by npm run hosts",
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: all["Content-Security-Policy"] },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { Override: true, ReferrerPolicy: all["Referrer-Policy"] },
      StrictTransportSecurity: {
        Override: true,
        AccessControlMaxAgeSec: Number(strictTransport.value.split("=")[1]),
        IncludeSubdomains: false,
        Preload: false,
      },
    },
    CustomHeadersConfig: {
      Quantity: others.length,
      Items: others.map(([Header, Value]) => ({ Header, Value, Override: true })),
    },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/**
 * A CloudFront Function for viewer requests: S3 knows no folder's page, and no folder's name without its slash. What is
 * not there is CloudFront's custom error page, one for all: `404.html`.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/example_cloudfront_functions_url_rewrite_single_page_apps_section.html
 */
export function cloudFrontFunction(moved: readonly Moved[]): string {
  return `// Made by npm run hosts. Associate it with viewer requests.
var moved = ${JSON.stringify(Object.fromEntries(moved.map(({ from, to }) => [from, to])))};
function leadTo(path) {
  return { statusCode: 301, statusDescription: "Moved Permanently", headers: { location: { value: path } } };
}
function handler(event) {
  var request = event.request;
  if (Object.prototype.hasOwnProperty.call(moved, request.uri)) return leadTo(moved[request.uri]);
  if (request.uri.endsWith("/")) {
    request.uri += "index.html";
  } else if (!request.uri.split("/").pop().includes(".")) {
    return leadTo(request.uri + "/");
  }
  return request;
}
`;
}

/** How the files get to the bucket: hashed ones first, so that no page is there before what it loads. */
export function s3Commands(): string {
  const below = (folder: string) => folder.slice(1);
  const kept = hashedFolders.map((folder) => `--include "${below(folder)}*"`).join(" ");
  const others = hashedFolders.map((folder) => `--exclude "${below(folder)}*"`).join(" ");
  return `#!/bin/sh
# Made by npm run hosts. BUCKET=name DISTRIBUTION=id sh deploy.sh
set -eu
cd "$(dirname "$0")/.."
aws s3 sync site "s3://$BUCKET" --exclude "*" ${kept} --cache-control "${KEEP}"
aws s3 sync site "s3://$BUCKET" ${others} --exclude "*.br" --exclude "*.gz" --cache-control "${ASK_ANEW}"
aws cloudfront create-invalidation --distribution-id "$DISTRIBUTION" --paths "${site.base}*"
# Once: the policy and the function of this folder, and ${notFound.at(-1)?.page} as the error page of 403 and 404.
# The last build's hashed files are left in the bucket: whoever has its pages open still loads them.
`;
}
