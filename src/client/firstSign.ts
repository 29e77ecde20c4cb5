/**
 * Comes when the reader first does something with the page: points, touches, types, scrolls. Scripts that wait for it
 * are not among what a page loads at first, which whoever reads only that would have to wait for in vain.
 */
export const firstSign = new Promise<unknown>((resolve) => {
  // A screen reader sends a click alone, and moves the focus without a key.
  for (const sign of ["pointermove", "pointerdown", "keydown", "focusin", "click", "scroll"])
    addEventListener(sign, resolve, { once: true, passive: true });
});
