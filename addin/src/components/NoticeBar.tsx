import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Notice } from "../api/problems";
import { strings } from "../strings";

interface NoticeBarProps {
  readonly notice: Notice;
  /** What there is to tell beyond the sentence, such as a list. */
  readonly details?: ReactNode;
  readonly onDismiss?: () => void;
  readonly children?: ReactNode;
}

const useStyles = makeStyles({
  body: { overflowWrap: "anywhere", minWidth: 0 },
  title: { display: "block" },
  actions: { flexWrap: "wrap", rowGap: tokens.spacingVerticalS },
});

/** What happened, what is safe, what to do; with the actions that help. */
export function NoticeBar({ notice, details, onDismiss, children }: NoticeBarProps) {
  const styles = useStyles();
  return (
    <MessageBar intent={notice.intent} layout="multiline" politeness="polite">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle className={styles.title}>
          <bdi>{notice.title}</bdi>
        </MessageBarTitle>
        <bdi>{notice.body}</bdi>
        {details}
        {notice.intent === "error" && notice.code ? ` ${strings.problems.code(notice.code)}` : ""}
      </MessageBarBody>
      {children !== undefined || onDismiss ? (
        <MessageBarActions
          className={styles.actions}
          containerAction={
            onDismiss ? (
              <Button
                appearance="transparent"
                size="small"
                aria-label={strings.close}
                icon={<Dismiss16Regular />}
                onClick={onDismiss}
              />
            ) : undefined
          }
        >
          {children}
        </MessageBarActions>
      ) : null}
    </MessageBar>
  );
}
