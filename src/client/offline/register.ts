/** What the reader has just asked for, such as a search, comes first, in milliseconds. */
const AFTER = 4000;

/**
 * Registers the service worker, a little after the reader does something with a page. What they are reading was loaded
 * before there was one: it is told what that is.
 */
export async function register(): Promise<void> {
  const { serviceWorker } = navigator;
  // Without HTTPS there is none.
  if (!serviceWorker) return;
  await new Promise((resolve) => setTimeout(resolve, AFTER));
  try {
    const isFirst = serviceWorker.controller === null;
    await serviceWorker.register(`${import.meta.env.BASE_URL.replace(/\/?$/, "/")}sw.js`);
    if (!isFirst) return;
    const { active } = await serviceWorker.ready;
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    // Another page among them is one that was only fetched ahead.
    const own = loaded.filter((address) => address.startsWith(`${location.origin}/`) && !address.endsWith("/"));
    active?.postMessage({ read: [location.pathname, ...own] });
  } catch (error) {
    // Storage may be turned off; the site is then there while the network is.
    console.warn(error);
  }
}
