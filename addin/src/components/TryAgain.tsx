import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useActions } from "../store/context";
import { strings } from "../strings";
import { NoticeBar } from "./NoticeBar";

const useStyles = makeStyles({ root: { padding: tokens.spacingHorizontalL } });

/**
 * That a part of the pane could not be fetched. Trying again loads the page anew at the same address: most browsers keep
 * a module that they could not fetch (whatwg/html issue 6768), and a newer pane has other files. The server is asked
 * first, because without it the whole page would be gone.
 */
export function TryAgain() {
  const styles = useStyles();
  const [busy, setBusy] = useState(false);
  const { announce } = useActions();
  const again = async () => {
    setBusy(true);
    const isThere = await fetch(location.pathname, { method: "HEAD", cache: "no-store" }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) location.reload();
    else announce(strings.problems.notLoadedTitle);
    setBusy(false);
  };
  return (
    <div className={styles.root}>
      <NoticeBar
        notice={{
          intent: "error",
          title: strings.problems.notLoadedTitle,
          body: strings.problems.unreachableDetail,
        }}
      >
        <Button disabledFocusable={busy} onClick={() => void again()}>
          {strings.retry}
        </Button>
      </NoticeBar>
    </div>
  );
}
