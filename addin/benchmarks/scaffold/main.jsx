import {
  Button,
  Field,
  FluentProvider,
  Image,
  Textarea,
  makeStyles,
  tokens,
  webLightTheme,
} from "@fluentui/react-components";
import { DesignIdeas24Regular, LockOpen24Regular, Ribbon24Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import logo from "./logo.svg";

const useStyles = makeStyles({
  header: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    padding: tokens.spacingVerticalXXL,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  title: { fontSize: tokens.fontSizeHero900, color: tokens.colorNeutralForeground1 },
  item: { display: "flex", gap: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase300 },
  form: { display: "flex", flexDirection: "column", alignItems: "center" },
});

function App() {
  const styles = useStyles();
  const [text, setText] = useState("A text");
  const [said, setSaid] = useState("");
  return (
    <>
      <section className={styles.header}>
        <Image width="90" height="90" src={logo} alt="" />
        <h1 className={styles.title}>Scaffold</h1>
      </section>
      <ul>
        <li className={styles.item}>
          <Ribbon24Regular /> One
        </li>
        <li className={styles.item}>
          <LockOpen24Regular /> Two
        </li>
        <li className={styles.item}>
          <DesignIdeas24Regular /> Three
        </li>
      </ul>
      <div className={styles.form}>
        <Field size="large" label="What to say">
          <Textarea size="large" value={text} onChange={(_, { value }) => setText(value)} />
        </Field>
        <Field>Press the button to say it.</Field>
        <Button appearance="primary" size="large" onClick={() => setSaid(text)}>
          Say it
        </Button>
        {said}
      </div>
    </>
  );
}

createRoot(document.getElementById("root")).render(
  <FluentProvider theme={webLightTheme}>
    <App />
  </FluentProvider>,
);
