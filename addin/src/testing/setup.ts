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
