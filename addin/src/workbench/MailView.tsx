import { FluentProvider, makeStyles, tokens, webLightTheme } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { HandoffView, Workflow } from "../api/types";
import { showValue } from "../form/model";
import { fieldAt, valueAt } from "../form/pointers";
import { strings } from "../strings";

const words = strings.workbench;

const useStyles = makeStyles({
  desk: {
    flexGrow: 1,
    minHeight: 0,
    display: "flex",
    padding: "24px",
    "@media (max-width: 900px)": { padding: "12px" },
  },
  mail: {
    backgroundColor: "#ffffff",
    color: "#242424",
    width: "100%",
    maxWidth: "794px",
    margin: "0 auto",
    boxShadow: tokens.shadow8,
    borderRadius: tokens.borderRadiusLarge,
    display: "flex",
    flexDirection: "column",
    minHeight: 0,
    padding: "16px clamp(16px, 4%, 32px)",
  },
  heads: { margin: 0 },
  head: {
    display: "grid",
    gridTemplateColumns: "72px minmax(0, 1fr)",
    borderBottom: "1px solid #e0e0e0",
    padding: "10px 0",
  },
  term: { color: "#616161" },
  value: { margin: 0, overflowWrap: "anywhere", unicodeBidi: "plaintext" },
});

interface MailViewProps {
  readonly view: HandoffView;
  readonly workflow: Workflow | undefined;
  readonly children: ReactNode;
}

/** A mail as its editor shows it: recipient and subject from the record, the body from the document. */
export function MailView({ view, workflow, children }: MailViewProps) {
  const styles = useStyles();
  const pointer = workflow?.output.recipients;
  const recipient =
    pointer == null
      ? ""
      : showValue(fieldAt(workflow?.input.fields ?? [], pointer), valueAt(view.record, pointer));
  const row = (term: string, value: string) => (
    <div className={styles.head}>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{value}</dd>
    </div>
  );
  return (
    <div className={styles.desk}>
      <FluentProvider
        theme={webLightTheme}
        style={{ background: "none", display: "flex", width: "100%", minHeight: 0 }}
      >
        <section className={styles.mail} aria-label={words.mailEditor}>
          <dl className={styles.heads}>
            {row(words.to, recipient === "" ? words.noRecipient : recipient)}
            {row(words.subject, view.subject)}
          </dl>
          {children}
        </section>
      </FluentProvider>
    </div>
  );
}
