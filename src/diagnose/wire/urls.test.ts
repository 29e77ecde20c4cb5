import { expect, test } from "vitest";
import { requestUrl } from "./urls.ts";

/** Of a request line alone, which does not say whether TLS is below it. */
function schemeTo(host: string): string | undefined {
  const target = { text: "/items", known: null, tls: undefined };
  return requestUrl({ method: "GET", url: null, headers: [["Host", host]], target })?.split("://")[0];
}

test.for([
  ["localhost:3000", "http"],
  ["api.localhost:3000", "http"],
  ["[::1]:3000", "http"],
  ["10.0.0.5:8080", "http"],
  ["172.20.0.3:8080", "http"],
  ["169.254.10.1:8080", "http"],
  ["[fd00::2]:8080", "http"],
  ["172.20.0.3:443", "https"],
  ["172.32.0.3:8080", "https"],
  ["api.example.com", "https"],
])("a server at %s is asked over %s", ([host = "", scheme]) => expect(schemeTo(host)).toBe(scheme));
