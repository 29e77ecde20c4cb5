import { gunzipSync, gzipSync } from "node:zlib";
import type { IndexFile } from "pagefind";

/** What Pagefind's files hold before anything else, within their compression. */
const MARK = "pagefind_dcd";

/**
 * What a file of an index holds.
 * @throws where it is not written as Pagefind 1.6 does
 */
export function readPagefindFile({ path, content }: IndexFile): Buffer {
  const data = gunzipSync(content);
  if (data.toString("latin1", 0, MARK.length) === MARK) return data.subarray(MARK.length);
  throw new Error(`${path} does not begin with "${MARK}".\nSee how this version of Pagefind writes its files.`);
}

/** A file of an index that holds something else. */
export function writePagefindFile(path: string, data: Uint8Array): IndexFile {
  return { path, content: gzipSync(Buffer.concat([Buffer.from(MARK), data]), { level: 9 }) };
}
