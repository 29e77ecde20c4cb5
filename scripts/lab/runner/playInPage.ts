import type { AddressSpace, CorsRequest, ElementKind } from "../../../src/rules/index.ts";
import type { RecordedResult } from "../../../src/scenarios/recorded.ts";
import type { Step } from "../../../src/scenarios/types.ts";

/** A request for a page to make. */
export interface PageStep {
  request: CorsRequest;
  /** Which element asks, where the API is one. */
  element?: ElementKind;
  /** What `fetch()` is told of the server's address. */
  targetAddressSpace?: AddressSpace;
  /** In place of the API. */
  asksBy?: NonNullable<Step["asksBy"]>;
}

/**
 * Makes a request by the API that it names. Runs inside a page, to which it is sent as text: it can
 * use nothing from outside its own body.
 * @param limit milliseconds to wait for an answer or a failure
 */
export function playInPage(
  { request, element, targetAddressSpace, asksBy }: PageStep,
  limit: number,
): Promise<RecordedResult> {
  const makeBody = (): BodyInit | null => {
    switch (request.body) {
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
        return new Blob(["blob"], request.bodyType === undefined ? {} : { type: request.bodyType });
      case "bytes":
        return new Uint8Array([98, 121, 116, 101, 115]);
      case "stream":
        return new Blob(["stream"]).stream();
      case "none":
        return null;
    }
  };

  const headerNames = (names: Iterable<string>) => [...new Set([...names].map((name) => name.toLowerCase()))].sort();

  const byFetch = async (): Promise<RecordedResult> => {
    const init: RequestInit & { duplex?: "half" } = {
      method: request.method,
      headers: request.headers.map(([name, value]): [string, string] => [name, value]),
      mode: request.mode,
      credentials: request.credentials,
      body: makeBody(),
    };
    if (request.body === "stream") init.duplex = "half";
    // The constructor throws where fetch() would reject: so a refusal shows as one.
    const made = new Request(request.url, init);
    try {
      // A Request does not keep it.
      const response = await fetch(made, targetAddressSpace ? ({ targetAddressSpace } as RequestInit) : {});
      // An answer that nobody reads to its end is stored in no cache.
      await response.arrayBuffer().catch(() => undefined);
      const { type, status } = response;
      return { result: "answered", type, status, headers: headerNames(response.headers.keys()) };
    } catch (error) {
      return { result: "failed", error: String(error) };
    }
  };

  const byXhr = () =>
    new Promise<RecordedResult>((resolve) => {
      const xhr = new XMLHttpRequest();
      xhr.open(request.method, request.url);
      xhr.withCredentials = request.credentials === "include";
      for (const [name, value] of request.headers) xhr.setRequestHeader(name, value);
      if (request.uploadListener) xhr.upload.addEventListener("progress", () => {});
      xhr.onload = () => {
        const lines = xhr.getAllResponseHeaders().split("\r\n").filter(Boolean);
        const names = headerNames(lines.map((line) => line.slice(0, line.indexOf(":"))));
        resolve({ result: "answered", status: xhr.status, headers: names });
      };
      xhr.onerror = () => resolve({ result: "failed", error: "error event" });
      xhr.send(makeBody() as XMLHttpRequestBodyInit | null);
    });

  const byBeacon = (): RecordedResult => {
    const queued = navigator.sendBeacon(request.url, makeBody());
    return queued ? { result: "queued" } : { result: "failed", error: "false" };
  };

  const byEventSource = () =>
    new Promise<RecordedResult>((resolve) => {
      const source = new EventSource(request.url, { withCredentials: request.credentials === "include" });
      const end = (result: RecordedResult) => {
        // It would ask again and again.
        source.close();
        resolve(result);
      };
      source.onopen = () => end({ result: "answered", headers: [] });
      source.onerror = () => end({ result: "failed", error: "error event" });
    });

  /** Whether an element asks with CORS is said by an attribute of the same name, whichever it is. */
  const askBy = (asking: HTMLScriptElement | HTMLImageElement | HTMLMediaElement | HTMLLinkElement) => {
    if (request.mode === "cors") {
      asking.crossOrigin = request.credentials === "include" ? "use-credentials" : "anonymous";
    }
    const ended = new Promise<RecordedResult>((resolve) => {
      asking.onload = () => resolve({ result: "answered", headers: [] });
      asking.onerror = () => resolve({ result: "failed", error: "error event" });
      if ("onloadedmetadata" in asking) asking.onloadedmetadata = asking.onload;
    });
    if ("href" in asking) asking.href = request.url;
    else asking.src = request.url;
    document.body.append(asking);
    return ended;
  };

  const byFont = async (): Promise<RecordedResult> => {
    try {
      await new FontFace("Lab", `url(${JSON.stringify(request.url)})`).load();
      return { result: "answered", headers: [] };
    } catch (error) {
      return { result: "failed", error: String(error) };
    }
  };

  const byElement = (): Promise<RecordedResult> => {
    switch (element) {
      case "img":
        return askBy(new Image());
      case "script":
        return askBy(document.createElement("script"));
      case "module":
        return askBy(Object.assign(document.createElement("script"), { type: "module" }));
      case "stylesheet":
        return askBy(Object.assign(document.createElement("link"), { rel: "stylesheet" }));
      case "video":
        return askBy(document.createElement("video"));
      case "font":
        return byFont();
      default:
        throw new Error("A step that asks by an element names it.");
    }
  };

  /** As a script does that catches nothing: the console has the words. */
  const loudly = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      reportError(error);
      throw error;
    }
  };

  const byWorker = () =>
    new Promise<RecordedResult>((resolve) => {
      const worker = loudly(() => new Worker(request.url));
      worker.onmessage = () => resolve({ result: "answered", headers: [] });
      worker.onerror = () => resolve({ result: "failed", error: "error event" });
    });

  /** Reads an image that was drawn. */
  const byCanvas = async (): Promise<RecordedResult> => {
    const image = new Image();
    await new Promise((resolve) => {
      image.onload = resolve;
      image.src = request.url;
    });
    const canvas = document.createElement("canvas");
    canvas.getContext("2d")?.drawImage(image, 0, 0);
    loudly(() => canvas.toDataURL());
    return { result: "answered", headers: [] };
  };

  const byCancelledFetch = async (): Promise<RecordedResult> => {
    const controller = new AbortController();
    const response = fetch(request.url, { signal: controller.signal });
    controller.abort();
    return response.then(
      () => ({ result: "answered", headers: [] }),
      (error) => {
        reportError(error);
        return { result: "failed", error: String(error) };
      },
    );
  };

  const byWebSocket = () =>
    new Promise<RecordedResult>((resolve) => {
      const socket = new WebSocket(request.url.replace(/^http/, "ws"));
      socket.onopen = () => resolve({ result: "answered", headers: [] });
      socket.onerror = () => resolve({ result: "failed", error: "error event" });
    });

  const play = async (): Promise<RecordedResult> => {
    try {
      if (asksBy === "websocket") return await byWebSocket();
      if (asksBy === "canvas") return await byCanvas();
      if (asksBy === "cancelled-fetch") return await byCancelledFetch();
      switch (request.api) {
        case "fetch":
          return await byFetch();
        case "xhr":
          return await byXhr();
        case "beacon":
          return byBeacon();
        case "eventsource":
          return await byEventSource();
        case "element":
          return await byElement();
        case "worker":
          return await byWorker();
      }
    } catch (error) {
      return { result: "threw", error: (error as Error).name };
    }
  };

  const tooLong = new Promise<RecordedResult>((resolve) => setTimeout(resolve, limit, { result: "pending" }));
  return Promise.race([play(), tooLong]);
}
