import { lookAtLivelyPages } from "./everyPage.ts";

lookAtLivelyPages();
