import type { Loader } from "astro/loaders";
import { renderedTexts } from "./registry.ts";

/**
 * Keeps what a build has rendered out of the modules: a text of thousands would else be in the memory of each of the
 * build's steps. Without its body, too, which nothing asks for then.
 * @param loader gives each entry as a module's
 */
export function outsideModules(loader: Loader): Loader {
  const load: Loader["load"] = (context) => {
    const { store } = context;
    const set: typeof store.set = (entry) => {
      if (renderedTexts()?.minutes(entry.filePath ?? "") === undefined) return store.set(entry);
      const { body: _body, deferredRender: _deferred, digest, ...kept } = entry;
      // Another than a module's, so that what was stored of one is not taken for the other.
      return store.set({ ...kept, digest: `${digest} rendered` });
    };
    return loader.load({ ...context, store: { ...store, set } });
  };
  return { ...loader, load };
}
