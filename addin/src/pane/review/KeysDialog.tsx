import { makeStyles, Switch, Text, tokens } from "@fluentui/react-components";
import { FormDialog } from "../../components/FormDialog";
import { strings } from "../../strings";

const words = strings.review;

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "max-content 1fr",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    alignItems: "center",
  },
  meaning: { margin: 0 },
  key: {
    display: "inline-block",
    minWidth: "28px",
    textAlign: "center",
    padding: `2px ${tokens.spacingHorizontalS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
  },
});

interface KeysDialogProps {
  /** Each key and what it does here. */
  readonly list: readonly (readonly [key: string, meaning: string])[];
  readonly on: boolean;
  readonly onTurn: (on: boolean) => void;
  readonly onClose: () => void;
}

export function KeysDialog({ list, on, onTurn, onClose }: KeysDialogProps) {
  const styles = useStyles();
  return (
    <FormDialog title={words.keys} onClose={onClose}>
      <dl className={styles.list}>
        {list.map(([key, meaning]) => (
          <KeyRow key={key} name={key} meaning={meaning} />
        ))}
      </dl>
      <Switch label={words.keysOn} checked={on} onChange={(_, data) => onTurn(data.checked)} />
      <Text size={200}>{words.keysNote}</Text>
    </FormDialog>
  );
}

function KeyRow({ name, meaning }: { readonly name: string; readonly meaning: string }) {
  const styles = useStyles();
  return (
    <>
      <dt>
        <kbd className={styles.key}>{name}</kbd>
      </dt>
      <dd className={styles.meaning}>{meaning}</dd>
    </>
  );
}
