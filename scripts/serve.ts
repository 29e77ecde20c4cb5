import { existsSync, statSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { constants } from "node:zlib";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from "express";
import { brotliQuality } from "../src/build/hosting/answers.ts";
import { languages, site } from "../src/site.config.ts";
import { type HeaderRule, headersOf, readHeadersFile, readRedirectsFile } from "./hosting/siteFiles.ts";

/** A server of the built site, and where it answers. */
export interface SiteServer {
  server: Server;
  /** The address of the site's root, with its base path and a slash at the end. */
  address: string;
}

/**
 * Serves the built site on 127.0.0.1 as a static host would, with the nearest 404 page. The folder may
 * be replaced by another build meanwhile.
 * @param folder the built site
 * @param port 0 for any that is free
 * @throws where there is no built site, or the port is taken
 */
export async function serveSite(folder = "dist", port = 0): Promise<SiteServer> {
  if (!existsSync(join(folder, "index.html"))) {
    throw new Error(`There is no built site in ${folder}/.\nRun: npm run build`);
  }
  const server = createServer(staticHost(folder));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("unreachable: the server listens on a port");
  return { server, address: `http://127.0.0.1:${address.port}${site.base}` };
}

function staticHost(folder: string): Express {
  const notFound = nearestNotFoundPage(folder);
  const host = express();
  const setHeaders = asTheSiteSays(folder);
  host.disable("x-powered-by");
  host.enable("case sensitive routing");
  host.use(setHeaders);
  host.use(readingOnly);
  // A handler has one quality.
  for (const quality of new Set(["", "pagefind/"].map(brotliQuality))) {
    host.use(compressed(quality, (path) => brotliQuality(path.slice(site.base.length)) === quality));
  }
  host.use(site.base, throughReplacement(folder, filesIn(folder)));
  host.use(notFound);
  host.use(failure(notFound));
  return host;
}

/** Compresses what is at some addresses, with one of Brotli's qualities, 0 to 11. */
function compressed(quality: number, isHere: (path: string) => boolean): RequestHandler {
  return compression({
    filter: (request, response) =>
      isHere(request.originalUrl) && !isPart(response) && compression.filter(request, response),
    brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: quality } },
  });
}

/** The files of a folder. What may be kept for good is never asked for anew: it needs no tag. */
function filesIn(folder: string): RequestHandler {
  const options = { fallthrough: false, cacheControl: false, lastModified: false };
  const tagged = express.static(folder, options);
  const kept = express.static(folder, { ...options, etag: false });
  return (request, response, next) => {
    const isKept = String(response.getHeader("Cache-Control")).includes("immutable");
    (isKept ? kept : tagged)(request, response, next);
  };
}

/**
 * Sets the headers that the site's `_headers` asks for, and leads on from where its `_redirects` does, as hosts do. They
 * are read anew where the site was replaced.
 */
function asTheSiteSays(folder: string): RequestHandler {
  let rules: HeaderRule[] = [];
  let moved: ReadonlyMap<string, string> = new Map();
  let readFrom: string | undefined;
  return (request, response, next) => {
    const current = identify(folder);
    if (current !== readFrom) {
      rules = readHeadersFile(folder);
      moved = readRedirectsFile(folder);
      readFrom = current;
    }
    // That a host has HTTPS is not to be said without it (RFC 6797, section 7.2).
    const { "Strict-Transport-Security": _, ...own } = headersOf(rules, request.path);
    response.locals.headers = { "Cache-Control": "no-cache", ...own };
    response.set(response.locals.headers);
    const to = moved.get(request.path);
    if (to === undefined) next();
    else response.redirect(301, to);
  };
}

const readingOnly: RequestHandler = (request, response, next) => {
  if (request.method === "GET" || request.method === "HEAD") next();
  else response.set("Allow", "GET, HEAD").sendStatus(405);
};

/** A range counts the bytes of the file, not those of its compressed form. */
function isPart(response: ServerResponse): boolean {
  return response.hasHeader("Content-Range");
}

/**
 * Looks again where nothing was found while the folder was being replaced: between the old one and the
 * new one there is none for a moment.
 */
function throughReplacement(folder: string, files: RequestHandler): RequestHandler {
  return (request, response, next) => {
    const lookUp = (attemptsLeft: number) => {
      const before = identify(folder);
      files(request, response, (error) => {
        const isFinal = before !== undefined && before === identify(folder);
        if (isFinal || attemptsLeft === 0 || error?.status !== 404 || response.headersSent) return next(error);
        startAnew(response);
        setTimeout(lookUp, 10, attemptsLeft - 1);
      });
    };
    lookUp(100);
  };
}

/** Which folder it is: one that was put in its place is another. `undefined` where there is none. */
function identify(folder: string): string | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found && `${found.dev}:${found.ino}`;
}

/** A file that went away while it was being opened has left its size and its time in the answer. */
function startAnew(response: Response): void {
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.status(200).set(response.locals.headers);
}

function nearestNotFoundPage(folder: string): RequestHandler {
  return (request, response) => {
    startAnew(response);
    response.set("Cache-Control", "no-cache");
    const language = languages.find((tag) => request.originalUrl.startsWith(`${site.base}${tag}/`));
    const options = {
      root: join(folder, language ?? ""),
      acceptRanges: false,
      cacheControl: false,
      lastModified: false,
    };
    response.status(404).sendFile("404.html", options, (error) => {
      if (error && !response.headersSent) response.sendStatus(404);
    });
  };
}

function failure(notFound: RequestHandler): ErrorRequestHandler {
  return (error, request, response, next) => {
    // Half an answer is known for what it is only where the connection breaks off.
    if (response.headersSent) return response.destroy();
    const status = error.status ?? 500;
    // An address that leads out of the folder (403), or cannot be read (400), leads to nothing either.
    if ([400, 403, 404].includes(status)) return notFound(request, response, next);
    if (status >= 500)
      console.error(`${error.message}\nMend what it names, or delete dist/ and run the command again.`);
    startAnew(response);
    response.set(error.headers ?? {}).sendStatus(status);
  };
}
