import { expect } from "vitest";

/**
 * Milliseconds that a page may take to follow, on a machine that does much else: only a page that never does takes so
 * long. At a load of 35 on two cores a page with a worker took more than 30,000.
 */
export const patience = 180_000;

/** Milliseconds between two looks of `page.waitForFunction`. As it is, it looks once a frame, and has each frame drawn. */
export const polling = 30;

/**
 * Looks again and again until what it reads is what is expected: a page follows a click, or loads a script, in its
 * own time, and a page's address is known here later than there.
 * @param read reads it anew
 * @param message what is read, for the error
 */
export function poll<T>(read: () => T | Promise<T>, message?: string) {
  return expect.poll(read, { timeout: patience, ...(message !== undefined && { message }) });
}
