import { current, later } from "./current";
import type { Strings } from "./types";

export type { Strings } from "./types";

/**
 * The words on the screens, in the language of this page. Those that are named here come with the screens that say them:
 * `onDemand` of src/components names the parts that a screen waits for.
 */
export const strings: Strings = {
  ...current().words,
  get input() {
    return later("input");
  },
  get filling() {
    return later("filling");
  },
  get journal() {
    return later("journal");
  },
  get draft() {
    return later("draft");
  },
  get together() {
    return later("together");
  },
  get review() {
    return later("review");
  },
  get triage() {
    return later("triage");
  },
  get failures() {
    return later("failures");
  },
  get facts() {
    return later("facts");
  },
  get label() {
    return later("label");
  },
  get sign() {
    return later("sign");
  },
  get outcome() {
    return later("outcome");
  },
  get sending() {
    return later("sending");
  },
  get done() {
    return later("done");
  },
  get training() {
    return later("training");
  },
  get design() {
    return later("design");
  },
  get administration() {
    return later("administration");
  },
  get workbench() {
    return later("workbench");
  },
  get tracked() {
    return later("tracked");
  },
};
