/**
 * Adds a stylesheet to the page and waits for it, so that what it styles is never seen without it.
 * A stylesheet that cannot be had is not waited for.
 */
export async function linkStyles(href: string): Promise<void> {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  const settled = new Promise((resolve) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", resolve);
  });
  document.head.append(link);
  await settled;
}
