declare namespace App {
  interface Locals {
    /** The language of the guide's text, where a page shows one. */
    contentLanguage?: import("./site.config.ts").Language;
    /** How many groups of tabs the page has so far. */
    stackGroups?: number;
  }
}
