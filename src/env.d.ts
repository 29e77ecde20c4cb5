interface ImportMetaEnv {
  /** Whether pages register the service worker: `src/build/offline.ts` says so. */
  readonly OFFLINE: boolean;
  /** The lab's origin, which requests are tried on; empty where there is none: `src/build/lab.ts` says so. */
  readonly LAB: string;
  /** The beginning of a report's address, to which its title is added, encoded; empty where there is none. */
  readonly REPORT: string;
}

declare namespace App {
  interface Locals {
    /** The language of the guide's text, where a page shows one. */
    contentLanguage?: import("./site.config.ts").Language;
    /** How many groups of tabs the page has so far. */
    stackGroups?: number;
  }
}
