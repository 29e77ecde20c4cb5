import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { constants } from "node:zlib";
import compression from "compression";
import express from "express";
import { launchChromium } from "../../support/launchChromium.ts";

/** What a page takes to load at first. */
export interface FirstLoad {
  /** Over the wire, compressed, with headers. */
  bytes: number;
  requests: number;
}

/** Loads a page of a built site in Chromium, from a server that compresses. @param path from the site's root */
export async function firstLoad(folder: string, path: string): Promise<FirstLoad> {
  const host = express();
  host.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } } }), express.static(folder));
  const server = createServer(host).listen(0, "127.0.0.1");
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    const load: FirstLoad = { bytes: 0, requests: 0 };
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      load.bytes += encodedDataLength;
      load.requests++;
    });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { waitUntil: "networkidle" });
    return load;
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}
