import "./english";
import { afterEach } from "vitest";
import { cleanup, configure } from "@testing-library/react";

afterEach(cleanup);

// How long a test waits for what is to come says nothing about the pane: on a busy machine a second is short.
configure({ asyncUtilTimeout: 60_000 });

// happy-dom's animations reject when a component goes that still moves; without any, Fluent shows the end of the motion at once.
// Some tests run in a bare engine, where there is no Element.
if (typeof Element !== "undefined")
  Object.defineProperty(Element.prototype, "animate", { value: undefined, configurable: true });

// happy-dom lays nothing out: nothing has an offsetParent or a size. Fluent's keeper of the focus takes everything for hidden then, and a
// dialog that opens gives the focus to itself and not to its first button as in a browser. On a busy machine it then stays hidden from
// those who hear the page.
if (typeof HTMLElement !== "undefined") {
  Object.defineProperty(HTMLElement.prototype, "offsetParent", {
    get(this: HTMLElement) {
      return this.parentElement;
    },
    configurable: true,
  });
  document.body.getBoundingClientRect = () => new DOMRect(0, 0, 1280, 800);
}
