/** What a diagnosis says of causes, of what is not CORS and of recipes, in one language; a file of its own, as no other page needs it. */
export interface DiagnosisWords {
  causes: Record<string, CauseWords>;
  notCors: Record<string, { lang?: string | undefined; title: string; is: string; fix: string; page: string }>;
  recipes: Record<string, { name: string; page: string }>;
  /** By their places below the language. */
  products: Record<string, ProductWords>;
}

export interface ProductWords {
  /** The language of the name, where it is not the page's. */
  lang?: string | undefined;
  name: string;
  page: string;
  /** Ids of its recipes. */
  recipes: string[];
  /** What it says when it refuses, verbatim. */
  says: string[];
}

export interface CauseWords {
  /** The language of the words, where it is not the page's. */
  lang?: string | undefined;
  title: string;
  cause: string;
  fix: string;
  page: string;
  /** Ids of the recipes that mend it. */
  recipes: string[];
}

let loaded: Promise<DiagnosisWords> | undefined;

/** Loads them once, for all who ask on a page. @throws where they could not be loaded; whoever asks again tries again */
export function loadDiagnosisWords(address: string): Promise<DiagnosisWords> {
  const words = loaded ?? fetchWords(address);
  loaded = words;
  words.catch(() => {
    loaded = undefined;
  });
  return words;
}

async function fetchWords(address: string): Promise<DiagnosisWords> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} was answered ${response.status}.`);
  return response.json();
}

/** The places of the products whose refusal stands in a text, as they are in the words. */
export function placesSaidIn(text: string, { products }: DiagnosisWords): string[] {
  return Object.keys(products).filter((place) => products[place]?.says.some((each) => text.includes(each)));
}
