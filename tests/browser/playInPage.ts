import type { CorsRequest } from "../../src/rules/index.ts";

/** A request to be made by a real browser. */
export interface BrowserCase {
  request: CorsRequest;
  /** Which element, where the API is one. */
  element?: "img" | "script";
}

/** What a script sees of a request that it made. */
export type Played =
  /** The API threw, before or instead of sending. */
  | { result: "threw"; error: string }
  /** Sent as far as a script knows: `sendBeacon()` says no more. */
  | { result: "queued" }
  | { result: "failed"; error: string }
  | { result: "answered"; type?: string; headers: string[] };

/**
 * Makes requests by the APIs that they name, some at a time. Runs inside the page: it can use
 * nothing from outside its own body.
 * @returns what came of each, in their order
 */
export async function playInPage(cases: BrowserCase[]): Promise<Played[]> {
  const bodyOf = ({ body, bodyType }: CorsRequest): BodyInit | undefined => {
    switch (body) {
      case "text":
        return "text";
      case "urlencoded":
        return new URLSearchParams({ name: "value" });
      case "formdata": {
        const form = new FormData();
        form.append("name", "value");
        return form;
      }
      case "blob":
        return new Blob(["blob"], bodyType === undefined ? {} : { type: bodyType });
      case "bytes":
        return new Uint8Array([98, 121, 116, 101, 115]);
      default:
        return undefined;
    }
  };

  const byFetch = async (request: CorsRequest): Promise<Played> => {
    // The constructor throws where fetch() would reject: so a refusal shows as one.
    const made = new Request(request.url, {
      method: request.method,
      headers: request.headers.map(([name, value]) => [name, value] as [string, string]),
      mode: request.mode,
      credentials: request.credentials,
      body: bodyOf(request) ?? null,
    });
    try {
      const response = await fetch(made);
      return { result: "answered", type: response.type, headers: [...response.headers.keys()] };
    } catch (error) {
      return { result: "failed", error: String(error) };
    }
  };

  const byXhr = (request: CorsRequest) =>
    new Promise<Played>((resolve) => {
      const xhr = new XMLHttpRequest();
      xhr.open(request.method, request.url);
      xhr.withCredentials = request.credentials === "include";
      for (const [name, value] of request.headers) xhr.setRequestHeader(name, value);
      if (request.uploadListener) xhr.upload.addEventListener("progress", () => {});
      xhr.onload = () => {
        const lines = xhr.getAllResponseHeaders().split("\r\n").filter(Boolean);
        resolve({ result: "answered", headers: lines.map((line) => line.slice(0, line.indexOf(":"))) });
      };
      xhr.onerror = () => resolve({ result: "failed", error: "error event" });
      xhr.send((bodyOf(request) ?? null) as XMLHttpRequestBodyInit | null);
    });

  const byBeacon = (request: CorsRequest): Played => {
    const queued = navigator.sendBeacon(request.url, bodyOf(request) ?? null);
    return queued ? { result: "queued" } : { result: "failed", error: "over the quota" };
  };

  const byEventSource = (request: CorsRequest) =>
    new Promise<Played>((resolve) => {
      const source = new EventSource(request.url, { withCredentials: request.credentials === "include" });
      const end = (played: Played) => {
        source.close();
        resolve(played);
      };
      source.onopen = () => end({ result: "answered", headers: [] });
      source.onerror = () => end({ result: "failed", error: "error event" });
    });

  const byElement = (request: CorsRequest, kind: "img" | "script") =>
    new Promise<Played>((resolve) => {
      const element = document.createElement(kind);
      if (request.mode === "cors") {
        element.crossOrigin = request.credentials === "include" ? "use-credentials" : "anonymous";
      }
      element.onload = () => resolve({ result: "answered", headers: [] });
      element.onerror = () => resolve({ result: "failed", error: "error event" });
      element.src = request.url;
      document.body.append(element);
    });

  const play = async ({ request, element = "img" }: BrowserCase): Promise<Played> => {
    try {
      switch (request.api) {
        case "fetch":
          return await byFetch(request);
        case "xhr":
          return await byXhr(request);
        case "beacon":
          return byBeacon(request);
        case "eventsource":
          return await byEventSource(request);
        case "element":
          return await byElement(request, element);
      }
    } catch (error) {
      return { result: "threw", error: (error as Error).name };
    }
  };

  const results: Played[] = new Array(cases.length);
  const left = cases.entries();
  const worker = async () => {
    for (const [index, each] of left) results[index] = await play(each);
  };
  // As many as a browser sends to one origin at a time.
  await Promise.all(Array.from({ length: 6 }, worker));
  return results;
}
