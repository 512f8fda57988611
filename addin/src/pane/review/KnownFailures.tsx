import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Link,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { History16Regular } from "@fluentui/react-icons";
import type { KnownFailure, Workflow } from "../../api/types";
import { strings } from "../../strings";
import type { Known } from "./known";

const words = strings.failures;

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    overflowWrap: "anywhere",
  },
  lead: { color: tokens.colorNeutralForeground3 },
  panel: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    marginInline: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalS,
  },
  root: {
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  note: {
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
    "> svg": { flexShrink: 0 },
  },
});

interface KnownFailuresProps {
  readonly known: Known;
  readonly workflow: Workflow | undefined;
}

/** All that is known to go wrong in a workflow, folded; nothing where nothing is. */
export function KnownFailures({ known, workflow }: KnownFailuresProps) {
  const styles = useStyles();
  const { failures, isMissing, reload } = known;
  if (isMissing)
    return (
      <Text size={200} className={styles.note} role="status">
        <History16Regular aria-hidden />
        <span>
          {words.missing}{" "}
          <Link as="button" inline onClick={reload}>
            {strings.retry}
          </Link>
        </span>
      </Text>
    );
  if (failures.length === 0) return null;
  const place = ({ section }: KnownFailure) =>
    workflow?.output.sections.find(({ key }) => key === section)?.heading ?? section;
  return (
    <Accordion collapsible className={styles.root}>
      <AccordionItem value="known">
        <AccordionHeader size="small" icon={<History16Regular />}>
          {words.title(failures.length)}
        </AccordionHeader>
        <AccordionPanel className={styles.panel}>
          <Text size={200} className={styles.lead}>
            {words.lead}
          </Text>
          <ul className={styles.list}>
            {failures.map((failure) => {
              const where = place(failure);
              return (
                <li key={`${failure.source} ${failure.sentence} ${failure.section ?? ""}`}>
                  {where == null ? failure.sentence : words.at(where, failure.sentence)}
                </li>
              );
            })}
          </ul>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

/** What tends to go wrong at this very place; nothing where nothing is known. */
export function FailureNote({ failure }: { readonly failure: KnownFailure | undefined }) {
  const styles = useStyles();
  if (!failure) return null;
  return (
    <Text size={200} className={styles.note}>
      <History16Regular aria-hidden />
      <span>{words.here[failure.source](words.counts(failure.runs, failure.outOf))}</span>
    </Text>
  );
}
