import { Badge, Link, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled, CircleOff16Regular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import type { FactEvidence, HandoffView } from "../../api/types";
import { Dates } from "../../components/Dates";
import { within } from "../../form/pointers";
import { strings } from "../../strings";

const words = strings.facts;

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  fact: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ":focus": { outline: "none" },
  },
  target: { backgroundColor: tokens.colorBrandBackground2 },
  said: { color: tokens.colorPaletteGreenForeground1, marginTop: "2px" },
  unsaid: { color: tokens.colorNeutralForeground3, marginTop: "2px" },
  gap: { color: tokens.colorPaletteDarkOrangeForeground1, marginTop: "2px" },
  label: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  value: { overflowWrap: "anywhere" },
  where: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    alignItems: "center",
    fontSize: tokens.fontSizeBase200,
    // Links in a list are targets of their own (WCAG 2.2, 2.5.8).
    "> .fui-Link": { minHeight: "24px" },
  },
});

interface FactsTabProps {
  readonly view: HandoffView;
  /** The field that a chip led to. */
  readonly target: string | undefined;
  readonly onShow: (changeId: string) => void;
}

/** Every field of the record with the place where the text says it, and every date as a pair. */
export function FactsTab({ view, target, onShow }: FactsTabProps) {
  const styles = useStyles();
  const { facts, dates } = view.evidence;
  const said = facts.filter((fact) => fact.mentions.length > 0).length;
  const first = facts.find((fact) => target !== undefined && within(fact.pointer, target));
  return (
    <>
      <section className={styles.section} aria-label={words.dates}>
        <h2 className={styles.heading}>{words.dates}</h2>
        <Dates dates={dates} />
      </section>
      <section className={styles.section} aria-label={words.record}>
        <h2 className={styles.heading}>{words.record}</h2>
        <Text size={200}>
          {facts.length === 0 ? words.none : words.coverage(said, facts.length)}
        </Text>
        <ul className={styles.list}>
          {facts.map((fact) => (
            <Fact
              key={fact.pointer}
              fact={fact}
              view={view}
              highlighted={target !== undefined && within(fact.pointer, target)}
              focused={fact === first}
              onShow={onShow}
            />
          ))}
        </ul>
      </section>
    </>
  );
}

interface FactProps {
  readonly fact: FactEvidence;
  readonly view: HandoffView;
  readonly highlighted: boolean;
  readonly focused: boolean;
  readonly onShow: (changeId: string) => void;
}

function Fact({ fact, view, highlighted, focused, onShow }: FactProps) {
  const styles = useStyles();
  const root = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!focused) return;
    root.current?.scrollIntoView({ block: "center" });
    root.current?.focus({ preventScroll: true });
  }, [focused]);
  const places = [...new Set(fact.mentions.flatMap((mention) => mention.changeId ?? []))];
  const missing = fact.mentions.length === 0;
  return (
    <li
      ref={root}
      tabIndex={-1}
      className={mergeClasses(styles.fact, highlighted && styles.target)}
    >
      {missing ? (
        <CircleOff16Regular aria-hidden className={fact.required ? styles.gap : styles.unsaid} />
      ) : (
        <CheckmarkCircle16Filled aria-hidden className={styles.said} />
      )}
      <div>
        <Text size={200} block className={styles.label}>
          {fact.label}
        </Text>
        <Text block className={styles.value}>
          {fact.value}
        </Text>
        <div className={styles.where}>
          {missing && words.notMentioned}
          {missing && fact.required && (
            <Badge appearance="tint" color="warning">
              {words.mustMention}
            </Badge>
          )}
          {places.map((changeId) => {
            const index = view.changes.findIndex((change) => change.id === changeId);
            return (
              index >= 0 && (
                <Link
                  key={changeId}
                  as="button"
                  aria-label={words.showIn(fact.label, index + 1)}
                  onClick={() => onShow(changeId)}
                >
                  {words.mentionedIn(index + 1)}
                </Link>
              )
            );
          })}
        </div>
      </div>
    </li>
  );
}
