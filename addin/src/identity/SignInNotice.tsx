import { makeStyles, tokens } from "@fluentui/react-components";
import type { Notice } from "../api/problems";
import { NoticeBar } from "../components/NoticeBar";
import { useActions, useAppState } from "../store/context";
import type { SigningIn } from "../store/state";
import { strings } from "../strings";
import { SignInButton } from "./SignInButton";

const words = strings.identity;

const useStyles = makeStyles({
  pane: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
});

function noticeOf({ need, isOpen, notice }: SigningIn): Notice {
  if (isOpen) return { intent: "info", title: words.openTitle, body: words.openBody };
  if (notice) return notice;
  return need === "fresh"
    ? { intent: "warning", title: words.freshTitle, body: words.freshBody }
    : { intent: "warning", title: words.expiredTitle, body: words.expiredBody };
}

/** In the middle of work: what was begun waits for a sign-in. Nothing where none is needed. */
export function SignInNotice() {
  const signingIn = useAppState((state) => state.signingIn);
  const isSignedOut = useAppState((state) => state.boot.status === "signedOut");
  const { giveUpSignIn } = useActions();
  if (!signingIn || isSignedOut) return null;
  return (
    <NoticeBar notice={noticeOf(signingIn)} onDismiss={giveUpSignIn}>
      <SignInButton signingIn={signingIn} />
    </NoticeBar>
  );
}

/** The notice at the top of the pane, above whatever is on screen. */
export function PaneSignInNotice() {
  const styles = useStyles();
  const shows = useAppState(({ signingIn, boot }) => signingIn && boot.status !== "signedOut");
  return shows ? (
    <div className={styles.pane}>
      <SignInNotice />
    </div>
  ) : null;
}
