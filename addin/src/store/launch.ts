import { createApi } from "../api/client";
import type { OfficeHost } from "../host/OfficeHost";
import { Identity } from "../identity/identity";
import { openWay } from "../identity/openWay";
import { createApp, type App } from "./app";

/** Builds the application on real services and keeps it in step with the browser: address and connection. */
export function launch(host: OfficeHost): App {
  const tokens = new Identity({
    issue: (personId) => api.localToken(personId),
    // Office.js is there where the host is an application of Office.
    open: (registration) => openWay(registration, host.kind === "Browser" ? undefined : Office),
  });
  const api = createApi({ tokens });
  const app = createApp({ api, tokens, host, storage: localStorage });
  addEventListener("hashchange", () => app.actions.arrive(location.hash));
  addEventListener("online", () => app.actions.setOnline(true));
  addEventListener("offline", () => app.actions.setOnline(false));
  addEventListener("focus", () => void app.actions.lookAgain());
  app.actions.setOnline(navigator.onLine);
  void app.actions.start();
  return app;
}
