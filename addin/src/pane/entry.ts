import { officeAround } from "../host/officeAround";
import { begin } from "../strings/begin";

void officeAround().then((office) =>
  begin(() => import("./main"), { host: office?.context.displayLanguage }),
);
