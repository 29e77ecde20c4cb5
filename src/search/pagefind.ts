/** As much of Pagefind's own module as the dialog uses. @see https://pagefind.app/docs/api/ */
export interface Pagefind {
  options(options: { baseUrl?: string; excerptLength?: number }): Promise<void>;
  search(query: string): Promise<{ results: PagefindHit[] }>;
}

export interface PagefindHit {
  id: string;
  data(): Promise<PagefindPage>;
}

export interface PagefindPage {
  url: string;
  content: string;
  meta: { title?: string };
  sub_results: { title: string; url: string; excerpt: string }[];
}
