import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import { useId, useState } from "react";
import type { Change } from "../../api/types";
import { Redline } from "../../components/Redline";
import { strings } from "../../strings";

const words = strings.review;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", alignItems: "flex-start" },
  toggle: {
    minWidth: "auto",
    paddingInline: tokens.spacingHorizontalXS,
    // The arrow stands where the words above it begin.
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    "& .fui-Button__icon": { width: "16px", fontSize: "16px" },
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
  },
  text: {
    paddingInlineStart: tokens.spacingHorizontalXL,
    overflowWrap: "anywhere",
  },
});

/** What the last draft said here, on demand. */
export function SinceLastDraft({ previous }: { readonly previous: Change["previous"] }) {
  const styles = useStyles();
  const id = useId();
  const [open, setOpen] = useState(false);
  if (!previous || previous.segments.every((segment) => segment.kind === "Kept")) return null;
  return (
    <div className={styles.root}>
      <Button
        size="small"
        appearance="transparent"
        className={styles.toggle}
        icon={open ? <ChevronDown16Regular /> : <ChevronRight16Regular className="directional" />}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {words.since}
      </Button>
      {open && (
        <Text id={id} size={200} className={styles.text}>
          <Redline segments={previous.segments} />
        </Text>
      )}
    </div>
  );
}
