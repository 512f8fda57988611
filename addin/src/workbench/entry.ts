import { begin } from "../strings/begin";

void begin(() => import("./main"), { parts: ["workbench"] });
