import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takeSeed } from "../../../scripts/support/seed.ts";
import { hostile } from "../examples/arbitraries.ts";
import { addressSpaceOf, isLocalhostName, needsLocalNetworkPermission } from "./addressSpaces.ts";
import type { AddressSpace } from "./exchange.ts";

fc.configureGlobal({ seed: takeSeed("Address spaces") });

const spaces: AddressSpace[] = ["public", "local", "loopback"];

test("a request to a more private space needs a permission, and no other", () => {
  const needed = spaces.flatMap((page) =>
    spaces.filter((server) => needsLocalNetworkPermission(page, server)).map((server) => `${page} → ${server}`),
  );
  expect(needed).toEqual(["public → local", "public → loopback", "local → loopback"]);
});

// Every row of the standard's table, with its first and its last address and what stands around them.
describe("an IPv4 address", () => {
  test.for<[address: string, space: AddressSpace]>([
    ["0.0.0.0", "loopback"],
    ["0.0.0.1", "local"],
    ["0.255.255.255", "local"],
    ["1.0.0.0", "public"],
    ["9.255.255.255", "public"],
    ["10.0.0.0", "local"],
    ["10.255.255.255", "local"],
    ["11.0.0.0", "public"],
    ["100.63.255.255", "public"],
    ["100.64.0.0", "local"],
    ["100.127.255.255", "local"],
    ["100.128.0.0", "public"],
    ["126.255.255.255", "public"],
    ["127.0.0.0", "loopback"],
    ["127.0.0.1", "loopback"],
    ["127.255.255.255", "loopback"],
    ["128.0.0.0", "public"],
    ["169.253.255.255", "public"],
    ["169.254.0.0", "local"],
    ["169.254.255.255", "local"],
    ["169.255.0.0", "public"],
    ["172.15.255.255", "public"],
    ["172.16.0.0", "local"],
    ["172.31.255.255", "local"],
    ["172.32.0.0", "public"],
    ["192.167.255.255", "public"],
    ["192.168.0.0", "local"],
    ["192.168.255.255", "local"],
    ["192.169.0.0", "public"],
    ["198.17.255.255", "public"],
    ["198.18.0.0", "loopback"],
    ["198.19.255.255", "loopback"],
    ["198.20.0.0", "public"],
    ["203.0.113.1", "public"],
    ["255.255.255.255", "public"],
    ["127.1", "loopback"],
    ["0x7f000001", "loopback"],
    ["3232235777", "local"],
    ["010.0.0.1", "public"],
    ["192.168.1.1.", "local"],
  ])("%s: %s", ([address, space]) => expect(addressSpaceOf(address)).toBe(space));
});

describe("an IPv6 address", () => {
  test.for<[address: string, space: AddressSpace]>([
    ["::", "loopback"],
    ["::1", "loopback"],
    ["0:0:0:0:0:0:0:1", "loopback"],
    ["::2", "public"],
    ["1::", "public"],
    ["fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "public"],
    ["fc00::", "local"],
    ["fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "local"],
    ["FD12:3456:789A::1", "local"],
    ["fe00::", "public"],
    ["fe7f:ffff::", "public"],
    ["fe80::", "local"],
    ["febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "local"],
    ["fec0::", "local"],
    ["feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "local"],
    ["ff00::", "public"],
    ["2001:db7:ffff::", "public"],
    ["2001:db8::", "local"],
    ["2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "local"],
    ["2001:db9::", "public"],
    ["3ffe:ffff::", "public"],
    ["3fff::", "local"],
    ["3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", "local"],
    ["3fff:1000::", "public"],
    ["2606:4700::1111", "public"],
    ["1:2:3:4:5:6:7:8", "public"],
    ["::ffff:127.0.0.1", "loopback"],
    ["::ffff:c0a8:101", "local"],
    ["::ffff:8.8.8.8", "public"],
    ["::fffe:7f00:1", "public"],
    ["::127.0.0.1", "public"],
  ])("%s: %s", ([address, space]) => {
    expect(addressSpaceOf(address)).toBe(space);
    expect(addressSpaceOf(`[${address}]`)).toBe(space);
  });
});

test.for(["localhost", "LocalHost", "localhost.", "app.localhost", "a.b.localhost", "app.localhost."])(
  "%s is the own machine",
  (host) => expect(addressSpaceOf(host)).toBe("loopback"),
);

test.for([
  "example.com",
  "router.local",
  "printer",
  "localhost.example.com",
  "notlocalhost",
  "127.0.0.1.example.com",
  "192.168.0.1.nip.io",
  "",
  ".",
  "256.0.0.1",
  "1.2.3.4.5",
  ":::",
  "[::1",
  "::1]",
  "[]",
  "fe80::1%eth0",
  "1:2:3:4:5:6:7:8:9",
  "127.0.0.1:8080",
  "[::1]:8080",
  "[1:2:3:4:5:6:7:8]:8080",
  "localhost:3000",
  "http://127.0.0.1",
  "user@127.0.0.1",
  "127.0.0.1/",
  "127.0.0.1?",
  "127.0.0.1#",
  "\\127.0.0.1",
  "/127.0.0.1",
  " 127.0.0.1",
  "127.0.0.1\n",
  "a".repeat(300),
])("%j: only DNS tells, or it is no host", (host) => expect(addressSpaceOf(host)).toBeNull());

test.for<[host: string, is: boolean]>([
  ["localhost", true],
  ["localhost.", true],
  ["a.localhost", true],
  ["a.localhost.", true],
  ["localhost..", false],
  ["xlocalhost", false],
  [".localhost", true],
  ["", false],
])("%j is a name of the own machine: %s", ([host, is]) => expect(isLocalhostName(host)).toBe(is));

test("a name that is longer than any host's is none", () => {
  const name = (length: number) => ".localhost".padStart(length, "a");
  expect([255, 256].map((length) => addressSpaceOf(name(length)))).toEqual(["loopback", null]);
});

describe("any address", () => {
  const spellings = fc.oneof(fc.ipV4(), fc.ipV4Extended(), fc.ipV6());

  test("is in a space, the same one however it is spelt", () => {
    fc.assert(
      fc.property(spellings, (address) => {
        const { hostname } = new URL(`http://${address.includes(":") ? `[${address}]` : address}/`);
        const space = addressSpaceOf(address);
        expect(spaces).toContain(space);
        expect(addressSpaceOf(hostname)).toBe(space);
      }),
    );
  });

  test("is in the same space when it is mapped into IPv6", () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(addressSpaceOf(`::ffff:${address}`)).toBe(addressSpaceOf(address));
      }),
    );
  });
});

test("no string makes it throw", () => {
  const pieces = fc.array(fc.constantFrom("[", "]", ":", "::", "1", "ffff", ".", "127", "localhost", "%", "@"));
  fc.assert(
    fc.property(
      fc.oneof(
        hostile,
        pieces.map((all) => all.join("")),
      ),
      (host) => {
        addressSpaceOf(host);
        isLocalhostName(host);
      },
    ),
  );
});
