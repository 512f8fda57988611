import { makeStyles, tokens } from "@fluentui/react-components";
import type { Ref } from "react";
import type { HandoffView } from "../../api/types";
import { ReasonButton } from "../../components/ReasonButton";
import { Responsible } from "../../components/Responsible";
import { useActions } from "../../store/context";
import { strings } from "../../strings";
import { ReviewMenu } from "./ReviewMenu";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    alignItems: "flex-start",
  },
});

interface ReviewFooterProps {
  readonly view: HandoffView;
  /** Why one cannot go on to sign yet; without it one can. */
  readonly reason: string | null | undefined;
  /** The button that goes on. */
  readonly toSign: Ref<HTMLButtonElement>;
  readonly onKeys: () => void;
}

/** Below a review: who answers for what leaves, on to the signature, and what else can be done with the draft. */
export function ReviewFooter({ view, reason, toSign, onKeys }: ReviewFooterProps) {
  const styles = useStyles();
  const { navigate } = useActions();
  return (
    <>
      <Responsible duty="Release" view={view} />
      <div className={styles.row}>
        <ReasonButton
          ref={toSign}
          inRow
          label={strings.review.toSign}
          reason={reason}
          onClick={() => navigate({ screen: "handoff", id: view.id, step: "sign" })}
        />
        <ReviewMenu view={view} onKeys={onKeys} />
      </div>
    </>
  );
}
