import { expect, test } from "vitest";
import { maskedExchange, maskedHeader } from "./secrets.ts";
import { maskedText, maskedUrl } from "./secretWords.ts";

test("of a URL, what is or looks like a secret is left out, and the rest stays", () => {
  expect(maskedUrl("https://admin:Tr0ub4dor@api.example.com/items?page=2")).toBe(
    "https://api.example.com/items?page=2",
  );
  expect(
    maskedUrl(
      "https://b.s3.amazonaws.com/a.png?X-Amz-Date=20261128T101010Z&X-Amz-Signature=ab12&X-Amz-Credential=AKIA1",
    ),
  ).toBe("https://b.s3.amazonaws.com/a.png?X-Amz-Date=20261128T101010Z&X-Amz-Signature=***&X-Amz-Credential=***");
  expect(maskedUrl("/cb?code=abc&lang=ja#access_token=xyz")).toBe("/cb?code=***&lang=ja#***");
  expect(maskedUrl("https://a.test/x?sv=2024&sig=a%2Fb")).toBe("https://a.test/x?sv=2024&sig=***");
  expect(maskedUrl("https://a.test/hooks/4f2a9b8c7d6e5f4a3b2c1d0e/run")).toBe("https://a.test/hooks/***/run");
  // A host's name is what the reader has to recognise.
  for (const host of [
    "abc123.execute-api.us-east-1.amazonaws.com",
    "shop-api-7f3.eu-west-1.elasticbeanstalk.com:8443",
  ]) {
    expect(maskedUrl(`https://${host}/prod/items`)).toBe(`https://${host}/prod/items`);
  }
  expect(maskedUrl("https://zK7q9SecretTokenValue42x.a.test/")).toBe("https://***/");
  // What followed was glued to it, as where a chat has broken lines.
  expect(maskedUrl('https://a.test/.zK7q9SecretTokenValue42x{"')).toBe("https://a.test/***");
  expect(maskedUrl("https://a.test/x?page={zK7q9SecretTokenValue42x}")).toBe("https://a.test/x?page=***");
  expect(maskedUrl("https://a.test/api/v1/users/42?design=2&author=7&sort")).not.toContain("***");
});

test("of a header, only values that decide something about CORS stay", () => {
  expect(maskedHeader(["Authorization", "Bearer abc"])).toEqual(["Authorization", "Bearer ***"]);
  expect(maskedHeader(["Authorization", "abc"])).toEqual(["Authorization", "***"]);
  expect(maskedHeader(["Set-Cookie", "sid=1; Path=/"])).toEqual(["Set-Cookie", "***"]);
  expect(maskedHeader(["X-Anything", "s3cret"])).toEqual(["X-Anything", "***"]);
  expect(maskedHeader(["Access-Control-Allow-Origin", "*"])).toEqual(["Access-Control-Allow-Origin", "*"]);
  expect(maskedHeader(["Location", "https://a.test/?token=1"])).toEqual(["Location", "https://a.test/?token=***"]);
});

test("no secret is left in an exchange, wherever it stood", () => {
  const secret = "zK7secretQ";
  const headers = [
    ["Cookie", `a=${secret}`],
    ["X-Custom", secret],
    ["Location", `https://u:${secret}@a.test/?access_token=${secret}`],
  ] as const;
  const response = { status: 302, headers, body: `{"token":"${secret}"}` };
  const masked = maskedExchange({
    request: { url: `https://x:${secret}@a.test/?sig=${secret}#${secret}`, headers },
    preflight: response,
    response,
    redirects: [{ preflight: response, response }],
    probe: { asks: "plain-get", response },
  });
  expect(JSON.stringify(masked)).not.toContain(secret);
});

test("what follows a URL whose quote was never closed is not shown with it", () => {
  expect(maskedUrl("https://api.example.com/a\nauthorization: Bearer zK7q9SecretTokenValue42x")).toBe(
    "https://api.example.com/a",
  );
});

test("what was taken for a header's name and is none is not shown", () => {
  expect(maskedHeader(["authori curl -b 'sid=zK7q9SecretTokenValue42x'", "x"])).toEqual(["***", "***"]);
  expect(maskedHeader(["Content-Type", "text/plain"])).toEqual(["Content-Type", "text/plain"]);
});

test("a console's line is shown without secrets, and says the same without them", () => {
  const secret = "zK7q9SecretTokenValue42x";
  for (const line of [
    `Access to fetch at 'https://u:${secret}@a.test/x?access_token=${secret}#${secret}' from origin 'https://b.test'`,
    `"OPTIONS /cb?code=${secret} HTTP/1.1" 405`,
    `authorization: Bearer ${secret}, password=hunter2 {"apiKey": "hunter2"}`,
    `The value ${secret} is no origin`,
    `alert(1)</s=${secret} net::ERR_FAILED 502`,
  ]) {
    expect(maskedText(line)).not.toMatch(/zK7q9|hunter2/);
  }
  for (const line of [
    "Access to fetch at 'https://a.test/x' from origin 'null' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    'Credentials flag is true, but Access-Control-Allow-Credentials is not "true". Status code: 404',
    "(Reason: expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’).",
  ]) {
    expect(maskedText(line)).toBe(line);
  }
});
