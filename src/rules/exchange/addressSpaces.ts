import { parseUrl } from "../syntax/url.ts";
import type { AddressSpace } from "./exchange.ts";

/** The longest that a host's name can be; and every address is shorter. */
const HOST_LENGTH = 255;

/** From the most private to the least. */
const SPACES: readonly AddressSpace[] = ["loopback", "local", "public"];

type Block = readonly [start: readonly number[], bits: number, space: AddressSpace];

/** By the bytes of the address; the first block that fits counts. */
const IPV4_BLOCKS: readonly Block[] = [
  [[127], 8, "loopback"],
  [[10], 8, "local"],
  [[100, 64], 10, "local"],
  [[172, 16], 12, "local"],
  [[192, 168], 16, "local"],
  [[198, 18], 15, "loopback"],
  [[169, 254], 16, "local"],
  [[0, 0, 0, 0], 32, "loopback"],
  [[0], 8, "local"],
];
const IPV6_BLOCKS: readonly Block[] = [
  [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 128, "loopback"],
  [[0xfc], 7, "local"],
  [[0xfe, 0x80], 10, "local"],
  [[0xfe, 0xc0], 10, "local"],
  [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 128, "loopback"],
  [[0x20, 0x01, 0x0d, 0xb8], 32, "local"],
  [[0x3f, 0xff, 0x00], 20, "local"],
];
const IPV4_MAPPED: Block = [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff], 96, "public"];

/**
 * Whether a page may ask a server only with the user's permission: its address is in a more private
 * space than the page's. The standard draws the line between any two spaces; Chromium so far only
 * around `public`.
 * @see https://wicg.github.io/local-network-access/#local-network-request
 */
export function needsLocalNetworkPermission(page: AddressSpace, server: AddressSpace): boolean {
  return SPACES.indexOf(server) < SPACES.indexOf(page);
}

/**
 * The space of an address, or of a name that always stands for the own machine.
 * @param host a URL's host: an IPv4 or IPv6 address, with or without brackets, or a name
 * @returns `null` for every other name, whose space only DNS tells, and for what is no host
 * @see https://wicg.github.io/local-network-access/#determine-the-ip-address-space
 */
export function addressSpaceOf(host: string): AddressSpace | null {
  const serialized = serializeHost(host);
  if (serialized === null) return null;
  if (isLocalhostName(serialized)) return "loopback";
  if (!serialized.startsWith("[")) return spaceOfBytes(ipv4Bytes(serialized), IPV4_BLOCKS);
  const bytes = ipv6Bytes(serialized);
  return isIn(bytes, IPV4_MAPPED) ? spaceOfBytes(bytes.slice(12), IPV4_BLOCKS) : spaceOfBytes(bytes, IPV6_BLOCKS);
}

/**
 * Whether a name stands for the own machine, whatever DNS says.
 * @param host as the URL standard serialises it
 * @see https://datatracker.ietf.org/doc/html/draft-ietf-dnsop-let-localhost-be-localhost
 */
export function isLocalhostName(host: string): boolean {
  const name = host.endsWith(".") ? host.slice(0, -1) : host;
  return name === "localhost" || name.endsWith(".localhost");
}

/** A host as the URL standard serialises it: `127.1` as `127.0.0.1`, IPv6 in brackets; `null` where it is none. */
function serializeHost(host: string): string | null {
  // What has another meaning in a URL is no part of a host.
  if (host.length > HOST_LENGTH || /[\s/\\?#@]/.test(host)) return null;
  const isBare = !host.startsWith("[") && host.includes(":");
  const bracketed = isBare ? `[${host}]` : host;
  if (bracketed.startsWith("[") && !bracketed.endsWith("]")) return null;
  return parseUrl(`http://${bracketed}/`)?.origin.slice("http://".length) ?? null;
}

/** No bytes where the host is a name. */
function ipv4Bytes(host: string): number[] {
  return /^\d+\.\d+\.\d+\.\d+$/.test(host) ? host.split(".").map(Number) : [];
}

/** @param host in brackets, serialised: hexadecimal pieces, at most one run of zeros left out */
function ipv6Bytes(host: string): number[] {
  const [before = "", after = ""] = host.slice(1, -1).split("::");
  const head = pieces(before);
  const tail = pieces(after);
  const zeros: number[] = Array(8 - head.length - tail.length).fill(0);
  return [...head, ...zeros, ...tail].flatMap((piece) => [piece >> 8, piece & 0xff]);
}

function pieces(text: string): number[] {
  return text === "" ? [] : text.split(":").map((piece) => Number.parseInt(piece, 16));
}

function spaceOfBytes(bytes: readonly number[], blocks: readonly Block[]): AddressSpace | null {
  if (bytes.length === 0) return null;
  return blocks.find((block) => isIn(bytes, block))?.[2] ?? "public";
}

/** Whether an address begins with a block's bits. */
function isIn(bytes: readonly number[], [start, bits]: Block): boolean {
  return start.every((byte, i) => {
    const counted = Math.min(bits - i * 8, 8);
    return (byte ^ (bytes[i] ?? 0)) >> (8 - counted) === 0;
  });
}
