import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { NoticeBar } from "../components/NoticeBar";
import { useAppState } from "../store/context";
import { strings } from "../strings";
import { SignInButton } from "./SignInButton";

const words = strings.identity;

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalL,
    maxWidth: "420px",
    padding: tokens.spacingHorizontalL,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  notice: { alignSelf: "stretch" },
});

/** What there is before somebody has signed in: whose product this is, and the one thing to do. */
export function SignInScreen({ product }: { readonly product: string }) {
  const styles = useStyles();
  const signingIn = useAppState((state) => state.signingIn) ?? { need: "start", isOpen: false };
  const { isOpen, notice } = signingIn;
  return (
    <div className={styles.root}>
      <h1 className={styles.title}>{product}</h1>
      <Text>{words.lead}</Text>
      {(isOpen || notice) && (
        <div className={styles.notice}>
          <NoticeBar
            notice={notice ?? { intent: "info", title: words.openTitle, body: words.openBody }}
          />
        </div>
      )}
      <SignInButton signingIn={signingIn} />
    </div>
  );
}
