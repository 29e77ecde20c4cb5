import type { RecordedResult } from "../../../src/scenarios/recorded.ts";
import type { PageStep, playInPage } from "./playInPage.ts";

/** What a runner page defines: it plays a step and tells what its script saw. */
export type PlayStep = (step: PageStep, limit?: number) => Promise<RecordedResult>;

/**
 * Makes a runner of the page: defines `play`, for a driver to call, and listens for steps that the
 * page around it sends. A step whose origin is `null` is handed to a frame of an opaque origin. Runs
 * inside the page, to which it is sent as text: it can use nothing from outside its own body.
 * @param playHere `playInPage`
 * @param caller the origin of the page that may send steps; a driver needs none
 */
export function setUpRunner(playHere: typeof playInPage, caller: string | null): void {
  const isOpaque = self.origin === "null";

  const makeFrame = () =>
    new Promise<HTMLIFrameElement>((resolve) => {
      const frame = document.createElement("iframe");
      frame.setAttribute("sandbox", "allow-scripts");
      frame.onload = () => resolve(frame);
      frame.src = "/runner-frame";
      document.body.append(frame);
    });
  let opaqueFrame: Promise<HTMLIFrameElement> | undefined;

  const playInFrame: PlayStep = async (step, limit) => {
    opaqueFrame ??= makeFrame();
    const frame = await opaqueFrame;
    const { port1, port2 } = new MessageChannel();
    return new Promise((resolve) => {
      port1.onmessage = ({ data }) => resolve(data);
      frame.contentWindow?.postMessage({ step, limit }, "*", [port2]);
    });
  };

  /** Below `/worker/` a service worker has to be in control. */
  const controlled = async () => {
    if (!location.pathname.startsWith("/worker/") || navigator.serviceWorker.controller) return;
    const inControl = new Promise<void>((resolve) => {
      navigator.serviceWorker.addEventListener("controllerchange", () => resolve(), { once: true });
    });
    await navigator.serviceWorker.register("worker.js");
    await inControl;
  };

  const play: PlayStep = async (step, limit = 60_000) => {
    await controlled();
    return step.request.origin === "null" && !isOpaque ? playInFrame(step, limit) : playHere(step, limit);
  };
  Object.assign(self, { play });

  addEventListener("message", async ({ source, origin, data, ports: [port] }) => {
    if (source !== parent || (!isOpaque && origin !== caller)) return;
    // Without a step it is asked only whether it is there.
    const reply = data.step ? await play(data.step, data.limit) : "ready";
    port?.postMessage(reply);
  });
}
