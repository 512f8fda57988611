import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ChevronDown20Regular, ChevronRight20Regular } from "@fluentui/react-icons";
import { useId, type ReactNode } from "react";
import { useActions } from "../../store/context";
import { strings } from "../../strings";
import { ProblemsAt } from "../fields";
import { keepFocus, movedBy } from "../keepFocus";
import { RowButtons } from "../RowButtons";

const words = strings.design.version;

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    minWidth: 0,
  },
  row: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ":first-child": { borderTop: "none" },
    minWidth: 0,
  },
  head: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    paddingInlineEnd: tokens.spacingHorizontalXS,
    minWidth: 0,
  },
  open: {
    flexGrow: 1,
    minWidth: 0,
    justifyContent: "flex-start",
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    paddingInline: tokens.spacingHorizontalS,
  },
  title: { overflowWrap: "anywhere", minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  body: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
  },
});

interface ItemListProps<T> {
  readonly items: readonly T[];
  readonly pointer: string;
  /** Which one is open; all others show their name only. */
  readonly opened: number | undefined;
  readonly onOpen: (index: number | undefined) => void;
  readonly nameOf: (item: T, index: number) => string;
  /** Said beside the name. */
  readonly noteOf?: (item: T) => string;
  readonly problemsOf: (index: number) => number;
  readonly onChange: (items: T[]) => void;
  readonly onRemove: (index: number) => void;
  readonly children: (item: T, index: number) => ReactNode;
}

/** Things in an order of which one at a time is open: also thirty of them can be overseen. */
export function ItemList<T>(props: ItemListProps<T>) {
  const { items, pointer, opened, onOpen, nameOf, noteOf, problemsOf, onChange, onRemove } = props;
  const styles = useStyles();
  const { announce } = useActions();
  const id = useId();
  if (items.length === 0) return <ProblemsAt pointer={pointer} />;
  const move = (index: number, by: -1 | 1) => {
    const moved = movedBy(items, index, by);
    const item = items[index];
    if (moved === items || item === undefined) return;
    onChange([...moved]);
    if (opened === index) onOpen(index + by);
    else if (opened === index + by) onOpen(index);
    keepFocus();
    announce(strings.design.map.movedTo(nameOf(item, index), index + by + 1, items.length));
  };
  return (
    <>
      <ol className={styles.list}>
        {items.map((item, index) => {
          const name = nameOf(item, index);
          const isOpen = opened === index;
          const problems = problemsOf(index);
          const note = noteOf?.(item);
          return (
            <li key={index} className={styles.row}>
              <div className={styles.head}>
                <Button
                  appearance="transparent"
                  className={styles.open}
                  aria-expanded={isOpen}
                  aria-controls={isOpen ? `${id}-${String(index)}` : undefined}
                  icon={
                    isOpen ? (
                      <ChevronDown20Regular />
                    ) : (
                      <ChevronRight20Regular className="directional" />
                    )
                  }
                  onClick={() => onOpen(isOpen ? undefined : index)}
                >
                  <span className={styles.title}>
                    {name}
                    {note && (
                      <Text size={200} className={styles.quiet}>
                        {" "}
                        {note}
                      </Text>
                    )}
                    {problems > 0 && (
                      <Text size={200} className={styles.bad}>
                        {" "}
                        {words.preview.todo(problems)}
                      </Text>
                    )}
                  </span>
                </Button>
                <RowButtons
                  labels={{
                    up: words.up(name),
                    down: words.down(name),
                    remove: words.remove(name),
                  }}
                  first={index === 0}
                  last={index === items.length - 1}
                  onMove={(by) => move(index, by)}
                  onRemove={() => {
                    onOpen(undefined);
                    onRemove(index);
                    announce(words.removed(name));
                  }}
                />
              </div>
              {isOpen && (
                <div id={`${id}-${String(index)}`} className={styles.body}>
                  <ProblemsAt pointer={`${pointer}/${String(index)}`} />
                  {props.children(item, index)}
                </div>
              )}
            </li>
          );
        })}
      </ol>
      <ProblemsAt pointer={pointer} />
    </>
  );
}
