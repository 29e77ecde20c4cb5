/**
 * Has the checkers come to life once the reader does something; at once where the address has a request for one, or
 * one is in view: what a reader's first click on it does must not be lost.
 */
import { firstSign } from "../../client/firstSign.ts";

const hydrate = () => import("./hydrate.ts");
const isInView = (element: Element) => element.getBoundingClientRect().top < innerHeight;
if (location.search !== "" || [...document.querySelectorAll("[data-checker]")].some(isInView)) void hydrate();
else void firstSign.then(hydrate);
