import { lookAtEveryPage } from "./everyPage.ts";

lookAtEveryPage("en");
