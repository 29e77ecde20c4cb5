import { expect, test } from "vitest";
import { findingOf, readWire } from "./index.ts";

/** The first exchange of a paste, and what is found of it. */
function read(text: string) {
  const { exchanges, pieces } = readWire(text);
  const exchange = exchanges[0]?.exchange;
  if (!exchange) throw new Error("Nothing was read.");
  const finding = findingOf(exchange);
  return { pieces, exchanges, exchange, finding, causes: finding.causes.map(({ id }) => id) };
}

test("curl -i of a preflight: the command says what was asked", () => {
  const { exchange, causes, pieces } = read(`user@host:~$ curl -i -X OPTIONS https://api.test/v1/items \\
  -H 'Origin: https://shop.test' \\
  -H 'Access-Control-Request-Method: DELETE'
HTTP/1.1 200 OK
Access-Control-Allow-Origin: https://shop.test
Access-Control-Allow-Methods: GET, POST

`);
  expect(causes).toEqual(["method-not-allowed"]);
  expect(exchange.request).toMatchObject({
    origin: "https://shop.test",
    url: "https://api.test/v1/items",
    method: "DELETE",
  });
  expect(exchange.preflight?.status).toBe(200);
  expect(pieces).toHaveLength(1);
});

test.for(["OPTIONS:", "## Response to OPTIONS:", "**Preflight:**", "OPTIONS 回應：", "OPTIONSレスポンス："])(
  "answers below the names of their methods, of which one is %s",
  (label) => {
    const refused = `${label}\nHTTP/1.1 405 Method Not Allowed\nAllow: GET, PUT\n`;
    const answered = "PUT:\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\nContent-Type: text/plain\n";
    for (const text of [`${refused}\n${answered}`, `${answered}\n${refused}`]) {
      const { exchange, exchanges, causes } = read(text);
      expect(exchanges).toHaveLength(1);
      expect(exchange.request.method).toBe("PUT");
      expect([exchange.preflight?.status, exchange.response?.status]).toEqual([405, 200]);
      expect(causes).toEqual(["options-not-routed"]);
    }
  },
);

test("an answer out of a shared cache's store, which Cloudflare says without Age", () => {
  const { causes } = read(`$ curl -i https://cdn.test/a.css -H 'Origin: https://shop.test'
HTTP/1.1 200 OK
CF-Cache-Status: HIT
Content-Type: text/css
Server: cloudflare
`);
  expect(causes).toEqual(["allow-origin-missing", "vary-origin-missing"]);
});

test("a method's name somewhere above an answer says nothing of it", () => {
  const { exchange } = read("OPTIONS:\nallowed for all\nHTTP/1.1 404 Not Found\nContent-Type: text/plain\n");
  expect(exchange.preflight).toBeUndefined();
  expect(exchange.response?.status).toBe(404);
});

test("curl -v over HTTP/2, of whose request only the remarks are left", () => {
  const { exchange, causes } = read(`* using HTTP/2
* [HTTP/2] [1] OPENED stream for https://api.test/v1/items
* [HTTP/2] [1] [:method: OPTIONS]
* [HTTP/2] [1] [:scheme: https]
* [HTTP/2] [1] [:authority: api.test]
* [HTTP/2] [1] [:path: /v1/items]
* [HTTP/2] [1] [origin: https://shop.test]
* [HTTP/2] [1] [access-control-request-method: PUT]
< HTTP/2 403
< server: nginx
<
<html><head><title>403 Forbidden</title></head>
* Connection #0 to host api.test left intact
`);
  expect(causes).toEqual(["auth-before-cors"]);
  expect(exchange.request).toMatchObject({ url: "https://api.test/v1/items", method: "PUT" });
});

test("the proxy's answer to CONNECT is not the server's", () => {
  const { exchange, exchanges, finding } =
    read(`$ curl -v -x http://proxy.test:3128 https://api.test/items -H 'Origin: https://shop.test'
> CONNECT api.test:443 HTTP/1.1
> Host: api.test:443
>
< HTTP/1.1 200 Connection established
<
> GET /items HTTP/1.1
> Host: api.test
> Origin: https://shop.test
>
< HTTP/1.1 200 OK
< Access-Control-Allow-Origin: *
<
[]
`);
  expect(exchanges).toHaveLength(1);
  expect(exchange.response?.status).toBe(200);
  expect(finding).toMatchObject({ causes: [], passes: true });
});
