import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { asApiError, describeFailure, type Notice } from "../api/problems";
import { SignInNotice } from "../identity/SignInNotice";
import { strings } from "../strings";
import { NoticeBar } from "./NoticeBar";
import { useFocusReturn } from "./useFocusReturn";

const useStyles = makeStyles({
  surface: { width: "600px", maxWidth: "calc(100vw - 24px)" },
  // In a narrow pane the buttons stand one above the other, and a long one needs two lines.
  action: { "@media (min-width: 480px)": { whiteSpace: "nowrap" } },
  content: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    overflowWrap: "anywhere",
  },
});

interface FormDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** What its one action is called. Without it there is nothing to do but to close it. */
  readonly action?: string | undefined;
  /** Where it is asked of the server here, a refusal is shown and the dialog stays with what was entered. */
  readonly onAction?: () => void | Promise<void>;
  /** While there is nothing yet to do it with. */
  readonly actionOff?: boolean;
  readonly onClose: () => void;
}

/** The frame of every dialog: title, content, one action and the way out. Mounted while it is open; the focus goes back after it. */
export function FormDialog({
  title,
  children,
  action,
  onAction,
  actionOff = false,
  onClose,
}: FormDialogProps) {
  const styles = useStyles();
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<Notice>();
  useFocusReturn();
  const act = async () => {
    setBusy(true);
    setNotice(undefined);
    try {
      await onAction?.();
    } catch (error) {
      setNotice(describeFailure(asApiError(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            {children}
            <SignInNotice />
            {notice && <NoticeBar notice={notice} />}
          </DialogContent>
          <DialogActions>
            <Button appearance={action ? "secondary" : "primary"} onClick={onClose}>
              {action ? strings.cancel : strings.close}
            </Button>
            {action && (
              <Button
                className={styles.action}
                appearance="primary"
                disabledFocusable={busy || actionOff}
                icon={busy ? <Spinner size="tiny" aria-hidden /> : null}
                onClick={() => void act()}
              >
                {action}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
