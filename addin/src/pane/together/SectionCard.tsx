import { Badge, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import type { HandoffView } from "../../api/types";
import { strings } from "../../strings";

const words = strings.together;

export type Section = NonNullable<HandoffView["parallel"]>["sections"][number];

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
  theirs: { backgroundColor: tokens.colorNeutralBackground2 },
  head: {
    display: "flex",
    alignItems: "baseline",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  purpose: { color: tokens.colorNeutralForeground3 },
});

interface SectionCardProps {
  readonly section: Section;
  readonly children: ReactNode;
}

/** What a section is called where it has no heading of its own. */
export const nameOf = (section: Section) => section.heading ?? words.untitled;

/** A section with whose it is, and what it is to tell. */
export function SectionCard({ section, children }: SectionCardProps) {
  const styles = useStyles();
  const id = useId();
  const isOwn = section.owner === "Person";
  return (
    <section aria-labelledby={id} className={mergeClasses(styles.root, !isOwn && styles.theirs)}>
      <div className={styles.head}>
        <h2 id={id} className={styles.heading}>
          {nameOf(section)}
        </h2>
        <Badge appearance="tint" color={isOwn ? "brand" : "informative"}>
          {isOwn ? words.yours : words.theirs}
        </Badge>
      </div>
      <Text size={200} className={styles.purpose}>
        {section.purpose}
      </Text>
      {children}
    </section>
  );
}
