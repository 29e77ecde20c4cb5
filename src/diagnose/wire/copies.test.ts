import { describe, expect, test } from "vitest";
import { decidePreflight, type HeaderLine } from "../../rules/index.ts";
import type { Known } from "../types.ts";
import { complete } from "./complete.ts";
import { findingOf, readWire } from "./index.ts";

/**
 * Requests as the menus of DevTools copy them, laid out as their sources write them:
 * Chromium's front_end/panels/network/NetworkLogView.ts, Firefox's devtools/client/shared/curl.js and
 * netmonitor/src/widgets/RequestListContextMenu.js, WebKit's Resource.js (generateCURLCommand).
 */

const SECRET = "s3cr3tOfAda";

const chromiumBash = `curl --url 'https://api.test/v1/items?page=2' \\
  -X 'PUT' \\
  -H 'accept: */*' \\
  -H 'authorization: Bearer ${SECRET}' \\
  -H 'content-type: application/json' \\
  -b 'sid=${SECRET}' \\
  -H 'origin: https://shop.test' \\
  -H 'referer: https://shop.test/' \\
  -H 'sec-fetch-mode: cors' \\
  -H 'user-agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36' \\
  --data-raw $'{"note":"it\\'s \\u65e5"}'`;

const chromiumOlder = chromiumBash
  .replace("curl --url", "curl")
  .replace("  -X 'PUT' \\\n", "")
  .replace(`-b 'sid=${SECRET}'`, `-H 'cookie: sid=${SECRET}'`)
  .replace(/$/, " \\\n  --request PUT --compressed");

const chromiumCmd = `curl --url ^"https://api.test/v1/items?page=2^" ^
  -X ^"PUT^" ^
  -H ^"accept: */*^" ^
  -H ^"authorization: Bearer ${SECRET}^" ^
  -H ^"content-type: application/json^" ^
  -b ^"sid=${SECRET}^" ^
  -H ^"origin: https://shop.test^" ^
  -H ^"sec-ch-ua: ^\\^"Chromium^\\^";v=^\\^"140^\\^"^" ^
  -H ^"sec-fetch-mode: cors^" ^
  -H ^"user-agent: Mozilla/5.0 ^(X11^) Chrome/140.0.0.0 Safari/537.36^" ^
  --data-raw ^"^{^\\^"note^\\^":^\\^"a^

b 100^%^\\^"^}^"`;

const chromiumPowerShell = `$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
$session.UserAgent = "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36"
$session.Cookies.Add((New-Object System.Net.Cookie("sid", "${SECRET}", "/", "api.test")))
Invoke-WebRequest -UseBasicParsing -Uri "https://api.test/v1/items?page=2" \`
-Method "PUT" \`
-WebSession $session \`
-Headers @{
"authority"="api.test"
  "method"="PUT"
  "accept"="*/*"
  "authorization"="Bearer ${SECRET}"
  "origin"="https://shop.test"
  "sec-ch-ua"="\`"Chromium\`";v=\`"140\`""
} \`
-ContentType "application/json" \`
-Body ([System.Text.Encoding]::UTF8.GetBytes("{\`"note\`":\`"$([char]26085)\`"}"))`;

const chromiumFetch = `fetch("https://api.test/v1/items?page=2", {
  "headers": {
    "accept": "*/*",
    "authorization": "Bearer ${SECRET}",
    "content-type": "application/json"
  },
  "referrer": "https://shop.test/",
  "body": "{\\"note\\":\\"it's\\"}",
  "method": "PUT",
  "mode": "cors",
  "credentials": "omit"
});`;

const chromiumNode = `fetch("https://api.test/v1/items?page=2", {
  "headers": {
    "authorization": "Bearer ${SECRET}",
    "content-type": "application/json",
    "cookie": "sid=${SECRET}",
    "Referer": "https://shop.test/"
  },
  "body": "{}",
  "method": "PUT"
});`;

const firefoxWindows = `curl.exe ^"https://api.test/v1/items?page=2^" ^
  -X PUT ^
  -H ^"User-Agent: Mozilla/5.0 (X11; rv:140.0) Gecko/20100101 Firefox/140.0^" ^
  -H ^"Content-Type: application/json^" ^
  -H ^"Authorization: Bearer ${SECRET}^" ^
  -H ^"Origin: https://shop.test^" ^
  --data-raw ^"^{^}^"`;

const firefoxFetch = `await fetch("https://api.test/v1/items?page=2", {
    "credentials": "include",
    "headers": {
        "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "Content-Type": "application/json",
        "Authorization": "Bearer ${SECRET}"
    },
    "referrer": "https://shop.test/",
    "body": "{}",
    "method": "PUT",
    "mode": "cors"
});`;

const safari = `curl 'https://api.test/v1/items?page=2' \\
-X 'PUT' \\
-H 'Content-Type: application/json' \\
-H 'Authorization: Bearer ${SECRET}' \\
-H 'Origin: https://shop.test' \\
-H 'User-Agent: Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15' \\
--data-binary '{}'`;

describe.for([
  ["Chromium, bash", chromiumBash, "include"],
  ["Chromium, bash, older", chromiumOlder, "include"],
  ["Chromium, cmd", chromiumCmd, "include"],
  ["Chromium, PowerShell", chromiumPowerShell, "include"],
  ["Chromium, fetch, which says omit wherever there is no cookie", chromiumFetch, undefined],
  ["Chromium, fetch for Node.js", chromiumNode, "include"],
  ["Firefox, cmd", firefoxWindows, undefined],
  ["Firefox, fetch, which says include for an Authorization header", firefoxFetch, undefined],
  ["Safari", safari, undefined],
] as const)("%s", ([_, text, credentials]) => {
  const { exchanges, pieces } = readWire(text);
  const [only] = exchanges;

  test("is one request, read whole", () => {
    expect(exchanges).toHaveLength(1);
    expect(pieces).toMatchObject([{ kind: "copied-request", from: 0 }]);
    expect(only?.exchange.request).toMatchObject({
      origin: "https://shop.test",
      url: "https://api.test/v1/items",
      method: "PUT",
    });
    expect(only?.exchange.request.credentials).toBe(credentials);
    const names = (only?.exchange.request.headers ?? []).map(([name]: HeaderLine) => name.toLowerCase());
    expect(names.toSorted()).toEqual(["authorization", "content-type"]);
  });

  test("is asked for its answers, and holds no secret", () => {
    if (!only) throw new Error("Nothing was read.");
    const finding = findingOf(only.exchange);
    expect(finding.causes).toEqual([]);
    expect(finding.asks.map(({ id }) => id)).toEqual(["preflight-status", "status"]);
    expect(JSON.stringify([finding, exchanges, pieces])).not.toContain(SECRET);
    const { exchange } = complete(only.exchange, "omit");
    expect(decidePreflight(exchange.request).outcome).toBe("preflight");
  });

  test.for<[known: Known, cause: string]>([
    [{ preflightStatus: 404 }, "options-not-routed"],
    [{ preflightStatus: 403 }, "auth-before-cors"],
    [{ preflightStatus: 500 }, "preflight-server-error"],
    [{ preflightStatus: 301 }, "preflight-redirected"],
  ])("with the answer %j it is %s", ([known, cause]) => {
    if (!only) throw new Error("Nothing was read.");
    expect(findingOf(only.exchange, known).causes.map(({ id }) => id)).toEqual([cause]);
  });
});

const causesOf = (text: string) =>
  readWire(text).exchanges.flatMap(({ exchange }) => findingOf(exchange).causes.map(({ id }) => id));

test.for<[what: string, text: string, causes: string[]]>([
  [
    "patch, which no browser writes in capitals",
    `fetch("https://api.test/", { method: "patch" })`,
    ["lowercase-patch"],
  ],
  [
    "a header of answers on a request",
    `axios.get("https://api.test/", { headers: { "Access-Control-Allow-Origin": "*" } })`,
    ["response-headers-on-request"],
  ],
  [
    "the same, put together above",
    `const headers = new Headers({ "Access-Control-Allow-Origin": "*" });\nfetch("https://api.test/", { headers })`,
    ["response-headers-on-request"],
  ],
  [
    "the same of an XMLHttpRequest",
    `const x = new XMLHttpRequest();\nx.open("GET", "https://api.test/");\nx.setRequestHeader("Access-Control-Allow-Headers", "*");\nx.send();`,
    ["response-headers-on-request"],
  ],
  [
    "a listener that makes an upload ask first",
    `xhr.open("POST", "https://api.test/");\nxhr.upload.onprogress = show;\nxhr.send(form);`.replace(
      /^(.*\n)(.*\n)/,
      "$2$1",
    ),
    ["upload-listener-preflight"],
  ],
  ["no-cors", `fetch("https://api.test/", { mode: "no-cors" })`, ["no-cors-opaque"]],
  ["a URL without a scheme", `fetch("localhost:3000/items")`, ["scheme-not-http"]],
  ["one's own machine, asked by a page that may be on it", `fetch("http://localhost:3000/items")`, []],
  ["a server that sets a header", `res.setHeader("Access-Control-Allow-Origin", "*")`, []],
])("source code: %s", ([_, text, causes]) => expect(causesOf(text)).toEqual(causes));

test.for<[what: string, answers: string, causes: string[]]>([
  ["of its preflight, because the request was never sent", "HTTP/1.1 404 Not Found\n", ["options-not-routed"]],
  [
    "of both",
    "HTTP/2 204\naccess-control-allow-origin: *\naccess-control-allow-methods: PUT\naccess-control-allow-headers: content-type\n\nHTTP/2 500\n",
    ["error-without-cors-headers"],
  ],
])("answers below a copied request: %s", ([_, answers, causes]) => {
  const copy = `fetch("https://api.test/", {\n  "headers": {\n    "content-type": "application/json"\n  },\n  "referrer": "https://shop.test/",\n  "body": "{}",\n  "method": "PUT",\n  "mode": "cors",\n  "credentials": "omit"\n});`;
  expect(causesOf(`${copy}\n\n${answers}`)).toEqual(causes);
});
