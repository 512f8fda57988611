import { begin } from "../strings/begin";

void begin(() => import("./page"));
