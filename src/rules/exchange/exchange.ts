import type { ElementKind } from "../request/elements.ts";
import type { CorsRequest, CorsResponse } from "../types.ts";

/** How far from the public internet an address is. @see https://wicg.github.io/local-network-access/#ip-address-space */
export type AddressSpace = "public" | "local" | "loopback";

/** A request, what came back for it, and what stood between the two. */
export interface Exchange {
  request: CorsRequest;
  /** Which element asks, where the API is one. */
  element?: ElementKind;
  /** The answer to the preflight. */
  preflight?: CorsResponse;
  /** The answer to the actual request. */
  response?: CorsResponse;
  /** Where that is a redirect: what the URLs that it leads to answer, one hop after the other. */
  redirects?: readonly RedirectAnswer[];
  /** A response header that the script means to read, in any case. */
  wantedHeader?: string;
  /** Why nothing came back: no server was reached, or its certificate is not trusted. */
  unreachable?: "no-connection" | "certificate";
  /** What the same page asked before, the oldest first: answers to its preflights may be in the browser's cache. */
  earlier?: readonly EarlierExchange[];
  /** The actual answer is one that the browser's HTTP cache had stored for an earlier request. */
  stored?: true;
  /**
   * Where the page and the server are on the network, and what the user said when asked; by default
   * both are in one space. `target` is where the script says that the server is, by the option
   * `targetAddressSpace` of `fetch()`.
   */
  addressSpaces?: {
    page: AddressSpace;
    server: AddressSpace;
    target?: AddressSpace;
    permission: "granted" | "denied";
  };
  /** By which version of HTTP the server is spoken to; by default it is not known. */
  protocol?: "HTTP/1.1" | "HTTP/2";
  /**
   * A service worker controls the page: it lets the request pass, answers with a response of its
   * own, or answers with an opaque one.
   */
  serviceWorker?: "passes" | "answers" | "answers-opaque";
  /**
   * What the server answers to another OPTIONS than the browser's: with the header names as the
   * author wrote them, for a plain GET, or without an Origin. The browser never sends it; a developer
   * does, with curl.
   */
  probe?: { asks: "names-as-written" | "plain-get" | "without-origin"; response: CorsResponse };
}

/** What a URL answers to which a redirect led. */
export interface RedirectAnswer {
  preflight?: CorsResponse;
  response?: CorsResponse;
}

/** An exchange of the same page before this one. */
export interface EarlierExchange extends Exchange {
  secondsAgo: number;
}
