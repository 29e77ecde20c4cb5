import { expect, test } from "vitest";
import { type HostName, hosts } from "../../src/scenarios/hosts.ts";
import { makeNames, type RealOrigins } from "./names.ts";

/** Ports that begin alike are the ones that could be mixed up. */
const real = Object.fromEntries(
  (Object.keys(hosts) as HostName[]).map((name, index) => [
    name,
    `${hosts[name].replace(/:.*/, "")}://127.0.0.1:${index === 0 ? 4000 : 40000 + index}`,
  ]),
) as RealOrigins;
const { toReal, toNamed } = makeNames(real);

test.for(Object.keys(hosts) as HostName[])("%s has a real origin, and its name back", (name) => {
  expect(toReal(`${hosts[name]}/items?a=1`)).toBe(`${real[name]}/items?a=1`);
  expect(toNamed(`at '${real[name]}/items'.`)).toBe(`at '${hosts[name]}/items'.`);
});

test("every whole origin in a text is replaced", () => {
  const text = `${hosts.page}, "${hosts.api}" ${hosts.other}/`;
  expect(toReal(text)).toBe(`${real.page}, "${real.api}" ${real.other}/`);
  expect(toNamed(toReal(text))).toBe(text);
});

test("a WebSocket's address is that of its host over TLS or without, and comes back as it was", () => {
  expect(toReal("wss://api.example.com/socket")).toBe(`${real.api.replace("https", "wss")}/socket`);
  expect(toReal("ws://api.example.com/")).toBe(`${real.plainApi.replace("http", "ws")}/`);
  for (const url of ["wss://api.example.com/socket", "ws://api.example.com/"]) expect(toNamed(toReal(url))).toBe(url);
});

test.for([
  "https://app.example.com.evil.example",
  "https://app.example.com:8443",
  "https://app.example.com:443",
  "https://app.example.com-evil.example",
  "https://evil.app.example.com",
  "https://*.example.com",
  "http://other.example.com",
  "app.example.com",
  "null",
  "",
])("%s is no host's origin and stays", (text) => {
  expect(toReal(text)).toBe(text);
  expect(toNamed(text)).toBe(text);
});

test("an origin with a capital letter is not the real origin, and comes back in capitals", () => {
  for (const text of ["HTTPS://APP.EXAMPLE.COM", "Https://app.example.com", "https://App.example.com"]) {
    const there = toReal(text);
    expect(there.toLowerCase()).toBe(real.page);
    expect(there).not.toBe(real.page);
    expect(toNamed(there)).toBe("HTTPS://APP.EXAMPLE.COM");
  }
});

test("a user name and a password stay in a URL", () => {
  const url = "https://user:secret@api.example.com/items";
  expect(toReal(url)).toBe(`${real.api.replace("//", "//user:secret@")}/items`);
  expect(toNamed(toReal(url))).toBe(url);
});

test("in what a browser prints, a full stop ends an origin, and a server may stand without its scheme", () => {
  expect(toNamed(`from origin ${real.page}. Have it`)).toBe(`from origin ${hosts.page}. Have it`);
  expect(toNamed(`(${real.api.replace("https://", "")}) via fetch`)).toBe("(api.example.com) via fetch");
  // A longer port is another's.
  expect(toNamed(`${real.plainPage}9/`)).toBe(`${real.plainPage}9/`);
});
