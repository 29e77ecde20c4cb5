import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The least of each type that whoever asks for it can use; each letter is a byte. */
const bodies: readonly (readonly [type: string, body: string])[] = [
  ["image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'],
  // A worker of it says that it runs.
  ["text/javascript", 'globalThis.WorkerGlobalScope && postMessage("");'],
  ["text/css", ""],
  ["text/event-stream", ":\n\n"],
  ["font/woff2", aFont()],
  ["audio/wav", aSound()],
];

/** The body of an answer whose scenario has none. @param type its Content-Type; JSON where nothing else is known */
export function bodyOf(type: string): string {
  return bodies.find(([known]) => type.startsWith(known))?.[1] ?? '{"items":[]}';
}

/** Engines look a font through before they use it: a real one, the smallest that the site's packages have. */
function aFont(): string {
  const file = "@fontsource-variable/noto-sans-mono/files/noto-sans-mono-vietnamese-wght-normal.woff2";
  return readFileSync(createRequire(import.meta.url).resolve(file), "latin1");
}

/** A tenth of a second of silence: one channel, 8,000 samples a second of 8 bits each. */
function aSound(): string {
  const samples = 800;
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples, 40);
  return head.toString("latin1") + "\x80".repeat(samples);
}
