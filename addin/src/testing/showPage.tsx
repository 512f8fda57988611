import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { OfficeHost } from "../host/OfficeHost";
import { AppContext } from "../store/context";
import { Pane } from "../pane/Pane";
import { direction } from "../strings/current";
import { startApp, type TestApp } from "./builders";
import "./loaded";

let follows = new AbortController();

/** The page at an address, as somebody sees it who follows links there. */
export async function showPage(
  personId: string,
  hash: string,
  prepare?: (app: TestApp) => Promise<void> | void,
  { mail, document, installation }: Pick<OfficeHost, "mail" | "document" | "installation"> = {},
) {
  const app = await startApp(undefined, mail, document, installation);
  await prepare?.(app);
  await app.actions.switchPerson(personId);
  location.hash = hash;
  app.actions.arrive(hash);
  // The page before, which is gone, follows no address any more.
  follows.abort();
  follows = new AbortController();
  addEventListener("hashchange", () => app.actions.arrive(location.hash), {
    signal: follows.signal,
  });
  render(
    <FluentProvider theme={webLightTheme} dir={direction()}>
      <AppContext value={app}>
        <Pane embedded />
      </AppContext>
    </FluentProvider>,
  );
  return { app, user: userEvent.setup() };
}
