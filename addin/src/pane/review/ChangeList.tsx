import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { Change, HandoffView, KnownFailure, TemplateField, Workflow } from "../../api/types";
import { groupBy } from "../../components/groupBy";
import { OriginNotice } from "../../components/OriginNotice";
import { useActions, useAppState } from "../../store/context";
import { strings } from "../../strings";
import { ChangeRow } from "./ChangeRow";
import { citationsOf } from "./citations";
import { FindingNote } from "./FindingNote";
import { FindingRow } from "./FindingRow";
import { knownAt } from "./known";
import { generalFindings, reviewOrder, type Entry } from "./order";
import { OwnSentences } from "./OwnSentences";

const words = strings.review;
const noFields: readonly TemplateField[] = [];

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
});

/** The change that is being edited, and the text to start from. */
export interface Editing {
  readonly id: string;
  readonly text: string;
}

interface ChangeListProps {
  readonly view: HandoffView;
  readonly workflow: Workflow | undefined;
  /** What this workflow's AI tends to get wrong. */
  readonly known: readonly KnownFailure[];
  readonly canDecide: boolean;
  readonly editing: Editing | undefined;
  /** The change that somebody wanted to edit although it has no words to edit. */
  readonly explained: string | undefined;
  readonly onEdit: (editing: Editing | undefined) => void;
  readonly onFact: (pointer: string) => void;
}

const isOwn = (view: HandoffView, key: string) =>
  view.parallel?.sections.some((section) => section.key === key && section.owner === "Person") ===
  true;

/** The rows under their sections; where the author wrote some, those stand among them in the order of the document. */
function sectionsOf(view: HandoffView): [string, Entry[]][] {
  const rows = groupBy(reviewOrder(view), (entry) => entry.section);
  return view.parallel
    ? view.parallel.sections.map(({ key }) => [key, rows.find(([of]) => of === key)?.[1] ?? []])
    : rows;
}

/** Who wrote it, what is wrong with the whole, and every change under its heading. */
export function ChangeList({
  view,
  workflow,
  known,
  canDecide,
  editing,
  explained,
  onEdit,
  onFact,
}: ChangeListProps) {
  const styles = useStyles();
  const { select, decide } = useActions();
  const selected = useAppState((state) => state.selected);
  const busy = useAppState((state) => state.busy);
  const fields = workflow?.input.fields ?? noFields;
  const headings = new Map(
    workflow?.output.sections.map((section) => [section.key, section.heading]) ?? [],
  );
  const row = (change: Change) => (
    <ChangeRow
      key={change.id}
      change={change}
      index={view.changes.indexOf(change)}
      total={view.changes.length}
      findings={view.findings.filter((finding) => finding.changeId === change.id)}
      citations={citationsOf(change.citations, fields, view.record)}
      known={knownAt(known, change, view.findings)}
      selected={selected === change.id}
      busy={busy.has(change.id) || busy.has("all")}
      canDecide={canDecide}
      editing={editing?.id === change.id ? editing.text : undefined}
      anyEdited={editing !== undefined}
      explained={explained === change.id}
      onSelect={() => select(change.id)}
      onDecide={(decision, text) => {
        select(change.id);
        void decide(change.id, decision, text).then(
          // What was typed stays in the box when the server could not take it.
          (landed) => landed && decision === "Edited" && onEdit(undefined),
        );
      }}
      onEdit={(text) => {
        select(change.id);
        onEdit(text === undefined ? undefined : { id: change.id, text });
      }}
      onFact={onFact}
    />
  );
  return (
    <>
      {view.draft?.origin && <OriginNotice origin={view.draft.origin} />}
      {generalFindings(view).map((finding) => (
        <FindingNote
          key={finding.id}
          finding={finding}
          text=""
          canDecide={false}
          onEdit={() => undefined}
        />
      ))}
      {view.changes.length === 0 && <Text>{words.empty}</Text>}
      {sectionsOf(view).map(([section, entries]) => (
        <section
          key={section}
          className={styles.section}
          aria-label={headings.get(section) ?? undefined}
        >
          {headings.get(section) && <h2 className={styles.heading}>{headings.get(section)}</h2>}
          {isOwn(view, section) && (
            <OwnSentences
              sentences={(view.text ?? []).filter(
                (sentence) => sentence.section === section && sentence.changeId == null,
              )}
              canDecide={canDecide}
              editing={editing}
              onEdit={onEdit}
              onSave={(id, text) =>
                void decide(id, "Edited", text).then((landed) => landed && onEdit(undefined))
              }
            />
          )}
          <ol className={styles.list}>
            {entries.map((entry) =>
              entry.kind === "finding" ? (
                <FindingRow
                  key={entry.id}
                  finding={entry.finding}
                  selected={selected === entry.id}
                  onSelect={() => select(entry.id)}
                />
              ) : (
                row(entry.change)
              ),
            )}
          </ol>
        </section>
      ))}
    </>
  );
}
