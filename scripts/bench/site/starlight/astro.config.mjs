import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

// An empty sidebar favours it: it would name every guide on every page.
export default defineConfig({
  site: "https://starlight.example",
  integrations: [
    starlight({
      title: "Guides",
      sidebar: [],
      defaultLocale: "en",
      locales: {
        en: { label: "English", lang: "en" },
        ja: { label: "日本語", lang: "ja" },
        "zh-tw": { label: "繁體中文", lang: "zh-TW" },
      },
    }),
  ],
});
