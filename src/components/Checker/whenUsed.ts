/** Has the checkers come to life once the reader does something; at once where the address has a request for one. */
import { firstSign } from "../../client/firstSign.ts";

const hydrate = () => import("./hydrate.ts");
if (location.search !== "") void hydrate();
else void firstSign.then(hydrate);
