import { within } from "../../support/within.ts";
import { Commands, connect } from "./commands.ts";
import { evaluationTimeout, tookTooLong } from "./expression.ts";

/** A message of the page's console. */
export interface ConsoleMessage {
  /** Who prints it: `security`, `network`, `javascript`; `console-api` is what scripts print themselves. */
  source: string;
  text: string;
}

/** A page that an inspector is attached to. */
export interface InspectedPage {
  /**
   * Evaluates an expression in the page.
   * @returns the string that the expression, or its promise, gives
   * @throws where it throws, takes longer than two minutes, or where the page is left before it is done
   */
  evaluate(expression: string): Promise<string>;
  disconnect(): void;
}

interface TargetEvent {
  targetInfo?: { targetId: string; type: string; isProvisional?: boolean };
  targetId?: string;
  newTargetId?: string;
  message?: string;
}

interface ConsoleEvent {
  /** `repeatCount` is how often it has been printed already. */
  message?: ConsoleMessage & { repeatCount?: number };
  /** How often the last message has been printed by now. */
  count?: number;
}

interface Evaluated {
  result: { value?: string; objectId?: string; description?: string };
  wasThrown?: boolean;
}

/**
 * Attaches to a page as [WebKit's inspector](https://github.com/WebKit/WebKit/tree/main/Source/JavaScriptCore/inspector/protocol)
 * does. The page is a *target* there, and another target takes its place when it goes to another site.
 * @param url the page's WebSocket
 * @param onMessage gets what the console prints, a repeated message as often as it is repeated
 */
export async function inspectPage(url: string, onMessage: (message: ConsoleMessage) => void): Promise<InspectedPage> {
  const targets = new Map<string, Commands>();
  const first = Promise.withResolvers<void>();
  let current: Commands | undefined;

  const onTargetEvent = (method: string, params: unknown) => {
    const { targetInfo, targetId = "", newTargetId = "", message = "" } = params as TargetEvent;
    switch (method) {
      case "Target.targetCreated":
        if (targetInfo?.type !== "page") return;
        attachTo(targetInfo.targetId);
        // A provisional target is a page that is still being asked for.
        if (!targetInfo.isProvisional) use(targetInfo.targetId);
        return;
      case "Target.didCommitProvisionalTarget":
        use(newTargetId);
        return;
      case "Target.targetDestroyed":
        targets.get(targetId)?.end(new Error("The page was left. Wait for the next page, and ask that."));
        targets.delete(targetId);
        return;
      case "Target.dispatchMessageFromTarget":
        targets.get(targetId)?.receive(message);
    }
  };

  const attachTo = (targetId: string) => {
    // Where it cannot be sent, the target is gone, and with it all of its commands.
    const send = (message: string) =>
      void commands.send("Target.sendMessageToTarget", { targetId, message }).catch(() => undefined);
    const target = new Commands(send, consoleEvents(onMessage));
    targets.set(targetId, target);
    // What the page has printed before comes then.
    target.send("Console.enable").catch(() => undefined);
  };

  const use = (targetId: string) => {
    current = targets.get(targetId);
    first.resolve();
  };

  const { commands, opened, disconnect } = connect(url, onTargetEvent);
  await opened;
  await first.promise;

  const evaluateNow = async (expression: string) => {
    const target = current;
    if (!target) throw new Error("WebKit shows no page. Load one first.");
    const { result, wasThrown } = await target.send<Evaluated>("Runtime.evaluate", { expression });
    if (wasThrown) throw new Error(`WebKit said "${result.description}". Mend the expression: ${expression}`);
    if (result.objectId === undefined) return result.value ?? "";
    const parameters = { promiseObjectId: result.objectId, returnByValue: true };
    const awaited = await target.send<Evaluated>("Runtime.awaitPromise", parameters);
    return awaited.result.value ?? "";
  };
  const evaluate = (expression: string) => within(evaluateNow(expression), evaluationTimeout, tookTooLong);
  return { evaluate, disconnect };
}

/** @returns what takes a target's events: it counts how often the last message was handed on already */
function consoleEvents(onMessage: (message: ConsoleMessage) => void): (method: string, params: unknown) => void {
  let last: ConsoleMessage | undefined;
  let handedOn = 0;
  return (method, params) => {
    const { message, count = 1 } = params as ConsoleEvent;
    if (method === "Console.messageAdded") {
      last = message;
      handedOn = 0;
    } else if (method !== "Console.messageRepeatCountUpdated") {
      return;
    }
    for (; last && handedOn < (message?.repeatCount ?? count); handedOn += 1) onMessage(last);
  };
}
