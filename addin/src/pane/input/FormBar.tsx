import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Lightbulb16Regular, MoreHorizontal20Regular } from "@fluentui/react-icons";
import type { Workflow } from "../../api/types";
import { MenuOnDemand } from "../../components/MenuOnDemand";
import { formatClock } from "../../format";
import { strings } from "../../strings";
import { FormMenu } from "./dialogs";
import type { RecordForm } from "./useRecordForm";

const words = strings.input;

const useStyles = makeStyles({
  root: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  saved: { color: tokens.colorNeutralForeground3, flexGrow: 1 },
});

interface FormBarProps {
  readonly form: RecordForm;
  readonly workflow: Workflow;
  readonly onExample: (index: number) => void;
  /** Fills it from the open mail, where there is one. */
  readonly onMail: (() => void) | undefined;
  readonly onClear: () => void;
}

/** Examples, whether the form is kept, and starting over. */
export function FormBar({ form, workflow, onExample, onMail, onClear }: FormBarProps) {
  const styles = useStyles();
  const [first, ...others] = workflow.examples;
  const saved =
    form.savedAt === false
      ? words.notKept
      : form.savedAt
        ? words.saved(formatClock(form.savedAt.toISOString()))
        : form.restored
          ? words.restored
          : "";
  return (
    <div className={styles.root}>
      {first && (
        <Button size="small" icon={<Lightbulb16Regular />} onClick={() => onExample(0)}>
          {words.example}
        </Button>
      )}
      <Text size={200} className={styles.saved} aria-live="polite">
        {saved}
      </Text>
      <MenuOnDemand
        button={(props) => (
          <Button
            {...props}
            size="small"
            appearance="subtle"
            aria-label={strings.more}
            icon={<MoreHorizontal20Regular />}
          />
        )}
        menu={(button) => (
          <FormMenu
            button={button}
            examples={others}
            onExample={(index) => onExample(index + 1)}
            onMail={onMail}
            onClear={onClear}
          />
        )}
      />
    </div>
  );
}
