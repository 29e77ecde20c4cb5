/** What a diagnosis says of causes, of what is not CORS and of recipes, in one language; a file of its own, as no other page needs it. */
export interface DiagnosisWords {
  causes: Record<string, CauseWords>;
  notCors: Record<string, { lang?: string | undefined; title: string; is: string; fix: string; page: string }>;
  recipes: Record<string, { name: string; page: string }>;
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
