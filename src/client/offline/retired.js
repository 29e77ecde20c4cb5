/**
 * What stands in the service worker's place where the site has none: whoever has one from an earlier build gets rid of
 * it, and of all that it kept. A browser whose worker is merely gone from the host would keep it for good.
 */
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(retire()));

async function retire() {
  const ours = `${SITE.name} ${SITE.base} `;
  const caught = (await caches.keys()).filter((cache) => cache.startsWith(ours));
  await Promise.all(caught.map((cache) => caches.delete(cache)));
  await registration.unregister();
}
