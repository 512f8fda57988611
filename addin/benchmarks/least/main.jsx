import { Button, FluentProvider, Title1, webLightTheme } from "@fluentui/react-components";
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

function App() {
  const [count, setCount] = useState(0);
  return (
    <>
      <Title1>Least</Title1>
      <Button onClick={() => setCount(count + 1)}>Pressed {count} times</Button>
    </>
  );
}

createRoot(document.getElementById("root")).render(
  <StrictMode>
    <FluentProvider theme={webLightTheme}>
      <App />
    </FluentProvider>
  </StrictMode>,
);
