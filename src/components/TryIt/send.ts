import type { CorsRequest } from "../../rules/index.ts";

/** What a script learns of a request. */
export type Sent =
  | { kind: "answered"; isOpaque: boolean; status: number; text: string }
  | { kind: "failed" }
  /** Nothing came in time. */
  | { kind: "late" };

/** Milliseconds: whoever is asked for a permission first may take a while. */
const PATIENCE = 60_000;

/** Makes a request as its API does, to a URL. Never throws: what throws there has failed. */
export async function send(request: CorsRequest, url: string): Promise<Sent> {
  try {
    return await (request.api === "xhr" ? byXhr(request, url) : byFetch(request, url));
  } catch (error) {
    return { kind: (error as DOMException).name === "TimeoutError" ? "late" : "failed" };
  }
}

async function byFetch({ method, headers, mode, credentials, ...request }: CorsRequest, url: string): Promise<Sent> {
  const lines = headers.map(([name, value]): [string, string] => [name, value]);
  const signal = AbortSignal.timeout(PATIENCE);
  const response = await fetch(url, { method, headers: lines, mode, credentials, body: bodyOf(request), signal });
  const { type, status } = response;
  return { kind: "answered", isOpaque: type === "opaque", status, text: await response.text() };
}

function byXhr(request: CorsRequest, url: string): Promise<Sent> {
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.open(request.method, url);
    xhr.withCredentials = request.credentials === "include";
    xhr.timeout = PATIENCE;
    for (const [name, value] of request.headers) xhr.setRequestHeader(name, value);
    if (request.uploadListener) xhr.upload.addEventListener("progress", () => {});
    xhr.onload = () => resolve({ kind: "answered", isOpaque: false, status: xhr.status, text: xhr.responseText });
    xhr.onerror = () => resolve({ kind: "failed" });
    xhr.ontimeout = () => resolve({ kind: "late" });
    xhr.send(bodyOf(request));
  });
}

function bodyOf({ body, bodyType }: Pick<CorsRequest, "body" | "bodyType">): XMLHttpRequestBodyInit | null {
  switch (body) {
    case "none":
    // A stream is not tried.
    case "stream":
      return null;
    case "urlencoded":
      return new URLSearchParams({ name: "value" });
    case "formdata": {
      const form = new FormData();
      form.append("name", "value");
      return form;
    }
    case "blob":
      return new Blob(["text"], bodyType === undefined ? {} : { type: bodyType });
    case "bytes":
      return new Uint8Array([1, 2, 3]);
    case "text":
      return "text";
  }
}
