import { FluentProvider } from "@fluentui/react-components";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../global.css";
import { hostOf } from "../host/hostOf";
import { officeAround } from "../host/officeAround";
import { AppContext } from "../store/context";
import type { App } from "../store/app";
import { firstScreen } from "../store/firstScreen";
import { launch } from "../store/launch";
import { direction } from "../strings/current";
import { useTheme } from "../theme";
import { Pane } from "./Pane";

function TaskPane({ app }: { readonly app: App }) {
  const { theme } = useTheme();
  return (
    <FluentProvider theme={theme} dir={direction()} style={{ height: "100%" }}>
      <AppContext value={app}>
        <Pane />
      </AppContext>
    </FluentProvider>
  );
}

async function show(): Promise<void> {
  const root = document.getElementById("root");
  if (!root) throw new Error("The page has no #root.");
  const app = launch(await hostOf(await officeAround()));
  await firstScreen(app.store);
  createRoot(root).render(
    <StrictMode>
      <TaskPane app={app} />
    </StrictMode>,
  );
}

void show();
