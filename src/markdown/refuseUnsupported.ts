import type { MdastPluginDefinition, PluginFactoryContext } from "satteri";
import { unsupported } from "../content/checks/unsupported.ts";
import { documentError } from "./location.ts";
import { withoutScaffold } from "./scaffold.ts";

/** Throws at the first thing that readers would see as a mark, in whatever is rendered. The content's checks list them all. */
export const refuseUnsupported = (context: PluginFactoryContext): MdastPluginDefinition =>
  unsupported(({ line, what, hint }) => {
    throw documentError(context.fileURL, line, withoutScaffold(what), withoutScaffold(hint));
  })(context);
