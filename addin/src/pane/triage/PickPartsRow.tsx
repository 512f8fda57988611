import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Warning16Filled } from "@fluentui/react-icons";
import type { Change, PickPart } from "../../api/types";
import { partsOf } from "../../store/triage";
import { strings } from "../../strings";
import { lacks } from "./candidates";
import { saidOf } from "./choices";
import { Key } from "./Key";
import { triageKeys } from "./keys";

const words = strings.triage;

const keyOf = (part: PickPart) =>
  Object.entries(triageKeys)
    .find(([, command]) => command === part)?.[0]
    ?.toUpperCase();

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(150px, 100%), 1fr))",
    gap: tokens.spacingHorizontalS,
  },
  part: {
    justifyContent: "flex-start",
    paddingInline: tokens.spacingHorizontalS,
    minWidth: 0,
    maxWidth: "none",
    fontWeight: tokens.fontWeightRegular,
  },
  words: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    textAlign: "start",
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  label: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  needed: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorPaletteDarkOrangeForeground1,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface PickPartsProps {
  readonly change: Change;
  readonly offered: readonly PickPart[];
  readonly canDecide: boolean;
  readonly onOpen: (part: PickPart) => void;
}

/** What is said of a kept candidate and what is still demanded, each with the key that says it. */
export function PickPartsRow({ change, offered, canDecide, onOpen }: PickPartsProps) {
  const styles = useStyles();
  const pick = partsOf(change.pick);
  return (
    <div className={styles.root}>
      {offered.map((part) => {
        const said = saidOf(part, pick);
        const needed = lacks(change).includes(part);
        return (
          <Button
            key={part}
            className={styles.part}
            disabledFocusable={!canDecide}
            icon={<Key>{keyOf(part)}</Key>}
            onClick={() => onOpen(part)}
          >
            <span className={styles.words}>
              <span className={styles.label}>{words.parts[part]}</span>
              {said ??
                (needed ? (
                  <span className={styles.needed}>
                    <Warning16Filled aria-hidden />
                    {words.needed}
                  </span>
                ) : (
                  <span className={styles.quiet}>{words.notSaid}</span>
                ))}
            </span>
          </Button>
        );
      })}
    </div>
  );
}
