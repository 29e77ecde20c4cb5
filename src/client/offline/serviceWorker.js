/**
 * The service worker: what was read opens without a network, and all else shows a plain page in its language.
 *
 * It never mixes two builds. All that is a part of a page has a hash in its name, so that an old page's part is never a
 * new page's: what is kept of it is used for good. Pages and all else come from the network while there is one. Each
 * build keeps what was read under it in a cache of its own, with all parts that its pages came with, and leaves those of
 * the builds before it alone, but for the oldest: pages that are still open may ask for what is in them.
 *
 * `src/build/offline.ts` writes it, and puts `SITE` before it.
 * @typedef {{ name: string, build: string, base: string, offline: Record<string, string>, hashed: string[], first: string[] }} Site
 */

/** @type {Site} */
const { name, build, base, offline, hashed, first } = SITE;
/** What a cache of this site's is called begins with this: others may live on the same origin. */
const ours = `${name} ${base} `;
const own = ours + build;
/** So many builds' caches stay, and so many pages in each. */
const BUILDS = 4;
const PAGES = 200;

addEventListener("install", (event) => event.waitUntil(prepare()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("message", (event) => event.waitUntil(keepRead(event.data.read)));
addEventListener("fetch", (event) => {
  const { method, mode, url, headers } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin || !pathname.startsWith(base) || headers.has("Range")) return;
  if (mode === "navigate") event.respondWith(open(event, pathname));
  else if (hashed.some((folder) => pathname.startsWith(folder))) event.respondWith(part(event));
  // What else is loaded, such as the search's index, an icon. A page that is fetched ahead goes its way.
  else if (mode !== "no-cors" || !pathname.endsWith("/")) event.respondWith(fresh(event));
});

/** The plain pages, with their parts. Nothing waits for older pages: no page gets anything that is not its own. */
async function prepare() {
  await (await caches.open(own)).addAll(first);
  await skipWaiting();
}

async function takeOver() {
  // A page's request need not wait for the worker to start.
  await registration.navigationPreload?.enable();
  const others = (await caches.keys()).filter((cache) => cache.startsWith(ours) && cache !== own);
  await Promise.all(others.slice(0, Math.max(0, others.length - BUILDS + 1)).map((cache) => caches.delete(cache)));
  await clients.claim();
}

/** What the page had loaded before there was a worker. What has been kept since is not asked for again. */
async function keepRead(addresses) {
  const cache = await caches.open(own);
  for (const address of addresses) {
    if (await cache.match(address)) continue;
    const response = await fetch(address).catch(() => undefined);
    if (response) await keep(address, response);
  }
}

/** A page: from the network; without one as it was last read, or else the plain one. */
async function open(event, pathname) {
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    if (isPage(response)) keepBeside(event, pathname, response);
    return response;
  } catch (error) {
    const language = Object.keys(offline).find((tag) => pathname.startsWith(`${base}${tag}/`));
    const plain = offline[language ?? Object.keys(offline)[0]];
    const kept = (await find(event, pathname)) ?? (await find(event, plain));
    if (kept) return kept;
    throw error;
  }
}

async function part(event) {
  const kept = await find(event, event.request.url);
  if (kept) return kept;
  const response = await fetch(event.request);
  keepBeside(event, event.request.url, response);
  return response;
}

async function fresh(event) {
  try {
    const response = await fetch(event.request);
    keepBeside(event, event.request.url, response);
    return response;
  } catch (error) {
    const kept = await (await caches.open(own)).match(event.request);
    if (kept) return kept;
    throw error;
  }
}

/** What is kept at an address, the newest first. What only an older build has kept this one keeps, too, as that goes first. */
async function find(event, address) {
  const builds = (await caches.keys()).filter((cache) => cache.startsWith(ours) && cache !== own);
  for (const cacheName of [own, ...builds.reverse()]) {
    const kept = await (await caches.open(cacheName)).match(address);
    if (kept && cacheName !== own) keepBeside(event, address, kept);
    if (kept) return kept;
  }
}

const isPage = (response) => response.ok && response.headers.get("Content-Type")?.startsWith("text/html");

function keepBeside(event, address, response) {
  event.waitUntil(keep(address, response.clone()));
}

/** Where there is no room left, the reader reads on all the same. */
async function keep(address, response) {
  if (!response.ok || response.redirected) return;
  try {
    const cache = await caches.open(own);
    // Last in its order is what was read last.
    await cache.delete(address);
    await cache.put(address, response);
    if (!isPage(response)) return;
    const pages = (await cache.keys()).filter(({ url }) => isPagesAddress(new URL(url).pathname));
    await Promise.all(pages.slice(0, Math.max(0, pages.length - PAGES)).map((page) => cache.delete(page)));
  } catch (error) {
    console.warn(error);
  }
}

const isPagesAddress = (pathname) => pathname.endsWith("/") && !Object.values(offline).includes(pathname);
