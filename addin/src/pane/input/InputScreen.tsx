import {
  Button,
  Link,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from "@fluentui/react-components";
import { Lightbulb16Regular, MoreHorizontal20Regular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import { describeFailure, type Notice } from "../../api/problems";
import type { FieldProblem, Me, Person, TemplateField, Workflow } from "../../api/types";
import { NoticeBar } from "../../components/NoticeBar";
import { ReasonButton } from "../../components/ReasonButton";
import { ResponsibleLine } from "../../components/Responsible";
import { StepFrame } from "../../components/StepFrame";
import { isEmpty, toForm, type FormValues } from "../../form/model";
import { labelOf, pointerOf, within } from "../../form/pointers";
import { focusPointer } from "../../form/problems";
import { useActions, useAppState } from "../../store/context";
import { strings } from "../../strings";
import { FieldEditor } from "./FieldEditor";
import { OwnDocument } from "./OwnDocument";
import { firstReviewers, mayReview, Reviewers } from "./Reviewers";
import { useRecordForm, type RecordForm } from "./useRecordForm";

const words = strings.input;

const useStyles = makeStyles({
  bar: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  saved: { color: tokens.colorNeutralForeground3, flexGrow: 1 },
  group: {
    border: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    "& + &": {
      borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      paddingTop: tokens.spacingVerticalL,
    },
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  fields: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(160px, 100%), 1fr))",
    gap: tokens.spacingVerticalM,
    alignItems: "start",
  },
  wide: { gridColumn: "1 / -1", minWidth: 0 },
  cell: { minWidth: 0 },
  problems: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  summary: { ":focus": { outline: "none" } },
});

interface Group {
  readonly key: string;
  readonly label: string | undefined;
  readonly fields: readonly TemplateField[];
}

/** The template's groups in their order; fields of no known group follow under their own heading. */
export function groupFields(workflow: Workflow): Group[] {
  const { groups, fields } = workflow.input;
  const known = groups.map(({ key, label }) => ({
    key,
    label,
    fields: fields.filter((field) => field.group === key),
  }));
  const rest = fields.filter((field) => !groups.some(({ key }) => key === field.group));
  const filled = known.filter((group) => group.fields.length > 0);
  if (rest.length === 0) return filled;
  return [...filled, { key: "", label: filled.length > 0 ? words.other : undefined, fields: rest }];
}

const short = new Set(["Date", "Number"]);

function Fields({ group, form }: { readonly group: Group; readonly form: RecordForm }) {
  const styles = useStyles();
  return (
    <section className={styles.group} aria-label={group.label}>
      {group.label !== undefined && <h2 className={styles.heading}>{group.label}</h2>}
      <div className={styles.fields}>
        {group.fields.map((field) => {
          const pointer = pointerOf(field.name);
          const value = form.values[field.name];
          return (
            value && (
              <div key={field.name} className={short.has(field.kind) ? styles.cell : styles.wide}>
                <FieldEditor
                  field={field}
                  pointer={pointer}
                  value={value}
                  problems={form.problems.filter((problem) => within(problem.pointer, pointer))}
                  onChange={(next) => form.set(field.name, next)}
                  onLeave={form.leave}
                />
              </div>
            )
          );
        })}
      </div>
    </section>
  );
}

interface SummaryProps {
  readonly problems: readonly FieldProblem[];
  readonly fields: readonly TemplateField[];
  /** Counts submits, so that each one brings the focus here. */
  readonly attempt: number;
}

function ProblemSummary({ problems, fields, attempt }: SummaryProps) {
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.focus(), [attempt]);
  return (
    <div ref={root} tabIndex={-1} className={styles.summary} role="alert">
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words.summaryTitle(problems.length)}</MessageBarTitle>
          <ul className={styles.problems}>
            {problems.map((problem) => (
              <li key={`${problem.pointer} ${problem.code}`}>
                <Link as="button" onClick={() => focusPointer(problem.pointer)}>
                  {labelOf(fields, problem.pointer) || problem.detail}
                </Link>
                {labelOf(fields, problem.pointer) && `: ${problem.detail}`}
              </li>
            ))}
          </ul>
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}

interface InputScreenProps {
  readonly workflow: Workflow;
  readonly me: Me;
  readonly reviewers: readonly Person[];
  readonly example: boolean;
}

/** The form that the template makes, and the hand-over to the draft. */
export function InputScreen({ workflow, me, reviewers, example }: InputScreenProps) {
  const styles = useStyles();
  const { submit } = useActions();
  const online = useAppState((state) => state.online);
  const first = workflow.examples[0];
  const { fields } = workflow.input;
  const form = useRecordForm(
    workflow,
    me.id,
    example ? first?.record : undefined,
    firstReviewers(workflow, reviewers, me.id),
  );
  const [file, setFile] = useState<File>();
  const [notice, setNotice] = useState<Notice>();
  const [busy, setBusy] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [before, setBefore] = useState<{ values: FormValues; said: string }>();

  const chosen = form.reviewers.filter((id) =>
    reviewers.some((person) => person.id === id && mayReview(workflow, id, me.id)),
  );
  const needed = workflow.gate.reviewers;
  const reviewerProblem =
    form.tried && chosen.length < needed ? words.tooFewReviewers(needed) : undefined;

  const replace = (values: FormValues, said: string) => {
    setBefore(isEmpty(fields, form.values) ? undefined : { values: form.values, said });
    form.replace(values);
  };
  const load = (index: number) => {
    const picked = workflow.examples[index];
    if (picked) replace(toForm(fields, picked.record), words.exampleLoaded(picked.name));
  };

  const send = async () => {
    setNotice(undefined);
    const problems = await form.check();
    setAttempt((count) => count + 1);
    // Without an answer the submit itself tells what stands in the way.
    if ((problems?.length ?? 0) > 0) return;
    if (chosen.length < needed) {
      focusPointer("/reviewers");
      return;
    }
    const refused = await submit(workflow, form.record(), chosen, file);
    if (!refused) {
      form.forget();
      return;
    }
    if (refused.fieldProblems.length > 0) form.show(refused.fieldProblems);
    else setNotice(describeFailure(refused));
    setAttempt((count) => count + 1);
  };
  const handOver = () => {
    if (busy) return;
    setBusy(true);
    void send().finally(() => setBusy(false));
  };

  return (
    <StepFrame
      title={words.title}
      lead={words.lead}
      footer={
        <>
          <ResponsibleLine
            duty="Input"
            name={me.name}
            title={workflow.responsibilities.input.title}
          />
          <ReasonButton
            label={words.submit}
            busyLabel={words.submitting}
            busy={busy}
            reason={online ? undefined : strings.problems.offlineWait}
            onClick={handOver}
          />
        </>
      }
    >
      <FormBar
        form={form}
        workflow={workflow}
        onExample={load}
        onClear={() => replace(toForm(fields, undefined), words.cleared)}
      />
      {before && (
        <MessageBar intent="info">
          <MessageBarBody>{before.said}</MessageBarBody>
          <MessageBarActions>
            <Button
              size="small"
              onClick={() => {
                form.replace(before.values);
                setBefore(undefined);
              }}
            >
              {strings.undo}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {notice && <NoticeBar notice={notice} onDismiss={() => setNotice(undefined)} />}
      {form.tried && form.problems.length > 0 && (
        <ProblemSummary problems={form.problems} fields={fields} attempt={attempt} />
      )}
      {groupFields(workflow).map((group) => (
        <Fields key={group.key} group={group} form={form} />
      ))}
      <section className={styles.group} aria-label={words.reviewers}>
        <Reviewers
          workflow={workflow}
          people={reviewers}
          authorId={me.id}
          chosen={chosen}
          problem={reviewerProblem}
          onChange={form.setReviewers}
        />
        {workflow.output.format === "Document" && <OwnDocument file={file} onFile={setFile} />}
      </section>
    </StepFrame>
  );
}

interface FormBarProps {
  readonly form: RecordForm;
  readonly workflow: Workflow;
  readonly onExample: (index: number) => void;
  readonly onClear: () => void;
}

function FormBar({ form, workflow, onExample, onClear }: FormBarProps) {
  const styles = useStyles();
  const [first, ...others] = workflow.examples;
  const time = (at: Date) => at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const saved =
    form.savedAt === false
      ? words.notKept
      : form.savedAt
        ? words.saved(time(form.savedAt))
        : form.restored
          ? words.restored
          : "";
  return (
    <div className={styles.bar}>
      {first && (
        <Button size="small" icon={<Lightbulb16Regular />} onClick={() => onExample(0)}>
          {words.example}
        </Button>
      )}
      <Text size={200} className={styles.saved} aria-live="polite">
        {saved}
      </Text>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            size="small"
            appearance="subtle"
            aria-label={strings.more}
            icon={<MoreHorizontal20Regular />}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {others.map((example, index) => (
              <MenuItem key={example.name} onClick={() => onExample(index + 1)}>
                {`${words.example}: ${example.name}`}
              </MenuItem>
            ))}
            <MenuItem onClick={onClear}>{words.startOver}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}
