import fc from "fast-check";
import type { HeaderLine } from "../../../src/rules/index.ts";

/** Text of exactly so many bytes, at a limit or just beside it. */
const ofLength = (...lengths: number[]) => fc.constantFrom(...lengths).map((length) => "a".repeat(length));

/** Any byte that a header's value may have, between two letters. */
const withAnyByte = fc
  .integer({ min: 1, max: 0xff })
  .filter((byte) => byte !== 0x0a && byte !== 0x0d)
  .map((byte) => `a${String.fromCharCode(byte)}b`);

/** Content types that are safelisted, that are not, and that are none. */
export const contentTypes = fc.constantFrom(
  "text/plain",
  "TEXT/Plain",
  "text/plain;charset=utf-8",
  "text/plain; charset=iso-8859-1",
  "text/plain;charset=shift_jis;x=y",
  "text/plain; a= b; charset=koi8-r",
  "text/plain;;;",
  "text/plain , x",
  "text/plain;a, application/json",
  "multipart/form-data",
  "multipart/form-data; boundary=x",
  "application/x-www-form-urlencoded",
  "Application/X-WWW-Form-Urlencoded; charset=UTF-8",
  "application/json",
  "application/json;charset=latin1",
  "text/plain;charset=latin1, text/plain",
  "text/plain, text/plain;charset=latin1",
  "text/plain;a=b,c;charset=latin1;",
  "application/cbor",
  "text/html",
  "text/plain/x",
  "text /plain",
  "text/ plain",
  "text",
  "/",
  "",
  " text/plain\t",
  "text/plain\x01",
  'text/plain;charset="utf-8"',
  "text/plain;charset=utf-8; boundary=(x)",
);

const ranges = fc.constantFrom(
  "bytes=0-",
  "bytes=5-9",
  "bytes=9-9",
  "bytes=9-5",
  "bytes=-500",
  "bytes=-",
  "bytes=0-1,5-6",
  "bytes 0-",
  "bytes = 0-",
  "bytes=0 -",
  "bytes= 0-1",
  "Bytes=0-",
  "items=0-",
  "bytes=0-9x",
);

const values = fc.oneof(
  fc.constantFrom("x", "", "en-US,en;q=0.9", "*/*", " padded \t", "a,b", "é", "a\tb"),
  ofLength(127, 128, 129),
  withAnyByte,
);

const safelistedHeader = fc.oneof(
  fc.tuple(fc.constantFrom("Accept", "accept", "ACCEPT-LANGUAGE", "Content-Language"), values),
  fc.tuple(fc.constantFrom("Content-Type", "content-type"), fc.oneof(contentTypes, contentTypes, values)),
  fc.tuple(fc.constantFrom("Range", "range"), fc.oneof(ranges, ranges, values)),
);

const unsafeHeader = fc.tuple(
  fc.constantFrom(
    "Authorization",
    "X-Requested-With",
    "X-Custom",
    "x-custom",
    "baggage",
    "sentry-trace",
    "If-None-Match",
    "Last-Event-ID",
    "User-Agent",
    "Cache-Control",
    "Access-Control-Allow-Origin",
    "~!#$%&'*+-.^_`|",
    "Accepts",
    "Content-Encoding",
    "X-HTTP-Method-Override",
  ),
  fc.oneof(values, fc.constantFrom("GET", "PATCH", "GET, POST")),
);

const forbiddenHeader = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      "Accept-Charset",
      "accept-encoding",
      "Access-Control-Request-Headers",
      "Access-Control-Request-Method",
      "Connection",
      "Content-Length",
      "Cookie",
      "Cookie2",
      "Date",
      "DNT",
      "Expect",
      "HOST",
      "Keep-Alive",
      "Origin",
      "Referer",
      "Set-Cookie",
      "TE",
      "Trailer",
      "Transfer-Encoding",
      "Upgrade",
      "Via",
      "Proxy-Authorization",
      "proxy-x",
      "Sec-Fetch-Site",
      "SEC-x",
    ),
    values,
  ),
  fc.tuple(
    fc.constantFrom("X-HTTP-Method", "x-http-method-override", "X-Method-Override"),
    fc.constantFrom("TRACE", "get, track", "Connect", "a,TRACE ,b"),
  ),
);

const invalidHeader = fc.constantFrom<[string, string]>(
  ["", "x"],
  ["X Y", "x"],
  ["X:", "x"],
  ["é", "x"],
  ["X-Line", "a\nb"],
  ["X-Nul", "a\0b"],
  ["X-Wide", "寿司"],
);

const header: fc.Arbitrary<HeaderLine> = fc.oneof(
  { weight: 10, arbitrary: safelistedHeader },
  { weight: 6, arbitrary: unsafeHeader },
  { weight: 4, arbitrary: forbiddenHeader },
  { weight: 1, arbitrary: invalidHeader },
);

/** Header lists as authors write them. */
export const headers = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 4, arbitrary: fc.array(header, { minLength: 1, maxLength: 4 }) },
  // The same line twice, and a name with two values.
  { weight: 1, arbitrary: header.map((line) => [line, line]) },
  { weight: 1, arbitrary: fc.tuple(header, values).map(([line, value]): HeaderLine[] => [line, [line[0], value]]) },
);
