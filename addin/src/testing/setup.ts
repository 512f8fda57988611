import { afterEach } from "vitest";
import { cleanup } from "@testing-library/react";

afterEach(cleanup);

// happy-dom's animations reject when a component goes that still moves; without any, Fluent shows the end of the motion at once.
Object.defineProperty(Element.prototype, "animate", { value: undefined, configurable: true });
