import { FluentProvider } from "@fluentui/react-components";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../global.css";
import { BrowserHost } from "../host/BrowserHost";
import { AppContext } from "../store/context";
import { firstScreen } from "../store/firstScreen";
import { launch } from "../store/launch";
import { direction } from "../strings/current";
import { useTheme } from "../theme";
import { Workbench } from "./Workbench";

const host = new BrowserHost();
const app = launch(host);

function Page() {
  const theme = useTheme();
  return (
    <FluentProvider theme={theme.theme} dir={direction()} style={{ height: "100%" }}>
      <AppContext value={app}>
        <Workbench host={host} theme={theme} />
      </AppContext>
    </FluentProvider>
  );
}

async function show(): Promise<void> {
  const root = document.getElementById("root");
  if (!root) throw new Error("The page has no #root.");
  await firstScreen(app.store);
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}

void show();
