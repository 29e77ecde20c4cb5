import { lookAtEveryPage } from "./everyPage.ts";

lookAtEveryPage("ja");
