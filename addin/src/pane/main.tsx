import { FluentProvider } from "@fluentui/react-components";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../global.css";
import { BrowserHost } from "../host/BrowserHost";
import { AppContext } from "../store/context";
import { launch } from "../store/launch";
import { direction } from "../strings/current";
import { useTheme } from "../theme";
import { Pane } from "./Pane";

const app = launch(new BrowserHost());

function TaskPane() {
  const { theme } = useTheme();
  return (
    <FluentProvider theme={theme} dir={direction()} style={{ height: "100%" }}>
      <AppContext value={app}>
        <Pane />
      </AppContext>
    </FluentProvider>
  );
}

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root.");
createRoot(root).render(
  <StrictMode>
    <TaskPane />
  </StrictMode>,
);
