import { readFileSync } from "node:fs";
import { Drawer } from "./draw.ts";
import type { Drawn } from "./drawing.ts";
import { measureOf } from "./measure.ts";

/** A diagram to be drawn, and what the ids within it are to begin with. */
export interface Order {
  source: string;
  id: string;
}

// A process of its own: what draws wants a browser's page as its global object, and whatever else ran in the same process
// would take itself to be in one. It reads a list of orders as JSON, and writes what came of each.
if (import.meta.main) {
  const orders: Order[] = JSON.parse(readFileSync(0, "utf8"));
  // What the library says on its way must not come between.
  console.log = console.info = console.debug = console.warn = () => {};
  const drawer = await Drawer.open(await measureOf(orders.map(({ source }) => source).join("")));
  const drawn: Drawn[] = [];
  for (const { source, id } of orders) drawn.push(await drawer.draw(source, id));
  process.stdout.write(JSON.stringify(drawn));
}
