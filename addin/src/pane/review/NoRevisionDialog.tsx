import { makeStyles, tokens } from "@fluentui/react-components";
import { FormDialog } from "../../components/FormDialog";
import { strings } from "../../strings";

const words = strings.review;

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  item: { marginBottom: tokens.spacingVerticalXS },
});

/** What can be done where no revision is left. */
export function NoRevisionDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  return (
    <FormDialog title={strings.told.spent} onClose={onClose}>
      {words.spentBody}
      <ul className={styles.list}>
        {words.waysOut.map((way) => (
          <li key={way} className={styles.item}>
            {way}
          </li>
        ))}
      </ul>
    </FormDialog>
  );
}
