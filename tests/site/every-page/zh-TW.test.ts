import { lookAtEveryPage } from "./everyPage.ts";

lookAtEveryPage("zh-TW");
