interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  /** WebDriver BiDi has a name here, and the words in `message`. */
  error?: string | { message: string };
  message?: string;
}

/**
 * Commands and events as JSON messages. WebDriver BiDi and WebKit's inspector number their commands alike:
 * `{ id, method, params }`, answered by `{ id, result }` or `{ id, error }`.
 */
export class Commands {
  readonly #write: (text: string) => void;
  readonly #onEvent: (method: string, params: unknown) => void;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #ended: Error | undefined;

  constructor(write: (text: string) => void, onEvent: (method: string, params: unknown) => void = () => undefined) {
    this.#write = write;
    this.#onEvent = onEvent;
  }

  /**
   * Sends a command and waits for its answer.
   * @returns the answer's `result`; its caller knows the protocol, and so its type
   * @throws where the answer is an error, or none can come any more
   */
  send<Result = unknown>(method: string, params: object = {}): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    if (this.#ended) {
      reject(this.#ended);
    } else {
      this.#lastId += 1;
      this.#pending.set(this.#lastId, { resolve: resolve as Pending["resolve"], reject });
      this.#write(JSON.stringify({ id: this.#lastId, method, params }));
    }
    return promise;
  }

  /** Takes a message that has come. */
  receive(text: string): void {
    const { id, method, params, result, error, message } = JSON.parse(text) as Message;
    if (id === undefined) {
      if (method !== undefined) this.#onEvent(method, params);
      return;
    }
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (error === undefined) pending?.resolve(result);
    else pending?.reject(new Error(typeof error === "string" ? `${error}: ${message}` : error.message));
  }

  /** Says that no answer can come any more: what is pending fails, and so does what is sent later. */
  end(error: Error): void {
    this.#ended = error;
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}

/** Commands to a browser over a WebSocket. */
export interface Connection {
  commands: Commands;
  /** Settles when it is open. It is rejected where nothing listens there. */
  opened: Promise<void>;
  disconnect(): void;
}

/**
 * Opens a WebSocket to a browser.
 * @param url where it listens, `ws://127.0.0.1:4711/session`
 */
export function connect(url: string, onEvent?: (method: string, params: unknown) => void): Connection {
  const socket = new WebSocket(url);
  const commands = new Commands((text) => socket.send(text), onEvent);
  const { promise: opened, resolve, reject } = Promise.withResolvers<void>();
  socket.addEventListener("open", () => resolve());
  socket.addEventListener("message", ({ data }) => commands.receive(String(data)));
  socket.addEventListener("close", () => {
    const error = new Error(`The connection to the browser at ${url} is closed. See whether the browser still runs.`);
    reject(error);
    commands.end(error);
  });
  return { commands, opened, disconnect: () => socket.close() };
}
