import { Button } from "@fluentui/react-components";
import { Add16Regular } from "@fluentui/react-icons";
import type { CheckKind, GateItem, Severity, Workflow } from "../../api/types";
import { strings } from "../../strings";
import { CheckField, ChoiceField, NumberField, ProblemsAt, TextField } from "../fields";
import { Grid, Stack } from "../Grid";
import { unique } from "../names";
import { Part } from "../Part";
import { ItemList } from "./ItemList";
import { listOf, type PartProps } from "./part";

const words = strings.design.version.gate;

const checkKinds: readonly CheckKind[] = [
  "WordCount",
  "ParagraphCount",
  "ListItems",
  "MustMention",
  "Dates",
  "Numbers",
  "ForbiddenPhrases",
  "Seams",
  "Style",
  "SecondReading",
];

const severities: readonly (readonly [Severity | "", string])[] = [
  ["", words.off],
  ["Blocking", words.blocking],
  ["Warning", words.warning],
  ["Note", words.note],
];

const numbers = [
  ["reviewers", words.reviewers, undefined],
  ["loopBudget", words.loops, words.loopsHint],
  ["approvalHours", words.approval, undefined],
  ["reviewHours", words.review, undefined],
] as const;

/** What stands before release: checks, checklist, who signs, how long. */
export function GatePart(props: PartProps) {
  const { version, edit, onOpen } = props;
  const { gate } = version;
  const set = (next: Partial<Workflow["gate"]>) =>
    edit((before) => ({ ...before, gate: { ...before.gate, ...next } }));
  const { checklist, checks } = gate;
  const setCheck = (kind: CheckKind, severity: Severity | "") => {
    const others = checks.filter((check) => check.kind !== kind);
    const at = checks.findIndex((check) => check.kind === kind);
    if (severity === "") set({ checks: others });
    else if (at < 0) set({ checks: [...checks, { kind, severity }] });
    else set({ checks: checks.with(at, { kind, severity }) });
  };
  return (
    <>
      <Part
        title={words.checklist}
        actions={
          <Button
            icon={<Add16Regular />}
            onClick={() => {
              set({ checklist: [...checklist, newItem(checklist)] });
              onOpen(`/gate/checklist/${String(checklist.length)}`);
            }}
          >
            {words.addItem}
          </Button>
        }
      >
        <Stack>
          <ItemList
            {...listOf(props, "/gate/checklist")}
            items={checklist}
            nameOf={(item) => item.text || words.item}
            noteOf={(item) => (item.nonNegotiable ? strings.design.version.preview.must : "")}
            onChange={(next) => set({ checklist: next })}
            onRemove={(index) => set({ checklist: checklist.toSpliced(index, 1) })}
          >
            {(item, index) => (
              <ItemForm
                item={item}
                pointer={`/gate/checklist/${String(index)}`}
                onChange={(next) => set({ checklist: checklist.with(index, next) })}
              />
            )}
          </ItemList>
        </Stack>
      </Part>
      <Part title={words.checks}>
        <ProblemsAt pointer="/gate/checks" />
        <Grid>
          {checkKinds.map((kind) => {
            const at = checks.findIndex((check) => check.kind === kind);
            return (
              <ChoiceField
                key={kind}
                label={words.check[kind]}
                pointer={at < 0 ? `/gate/checks/${kind}` : `/gate/checks/${String(at)}`}
                options={severities}
                value={checks[at]?.severity ?? ""}
                onChange={(severity) => setCheck(kind, severity)}
              />
            );
          })}
        </Grid>
      </Part>
      <Grid>
        {numbers.map(([name, label, hint]) => (
          <NumberField
            key={name}
            label={label}
            hint={hint}
            pointer={`/gate/${name}`}
            value={gate[name]}
            onChange={(value) => set({ [name]: Math.round(value ?? 0) })}
          />
        ))}
        <NumberField
          label={words.seeded}
          hint={words.seededHint}
          pointer="/gate/seededErrorRate"
          value={Math.round((gate.seededErrorRate ?? 0) * 1000) / 10}
          onChange={(percent) => set({ seededErrorRate: (percent ?? 0) / 100 })}
        />
        <CheckField
          label={strings.training.gate}
          pointer="/gate/trainingRequired"
          checked={gate.trainingRequired === true}
          onChange={(trainingRequired) => set({ trainingRequired })}
        />
      </Grid>
    </>
  );
}

const newItem = (items: readonly GateItem[]): GateItem => ({
  id: unique(
    "item",
    items.map(({ id }) => id),
  ),
  text: "",
  nonNegotiable: items.length === 0,
  evidence: "Text",
});

interface ItemFormProps {
  readonly item: GateItem;
  readonly pointer: string;
  readonly onChange: (item: GateItem) => void;
}

function ItemForm({ item, pointer, onChange }: ItemFormProps) {
  return (
    <>
      <TextField
        label={words.item}
        pointer={`${pointer}/text`}
        hint={words.itemHint}
        required
        rows={2}
        value={item.text}
        onChange={(text) => onChange({ ...item, text })}
      />
      <Grid>
        <ChoiceField
          label={words.evidence}
          pointer={`${pointer}/evidence`}
          options={words.evidences}
          value={item.evidence}
          onChange={(evidence) => onChange({ ...item, evidence })}
        />
        <CheckField
          label={words.nonNegotiable}
          pointer={`${pointer}/nonNegotiable`}
          checked={item.nonNegotiable}
          onChange={(nonNegotiable) => onChange({ ...item, nonNegotiable })}
        />
      </Grid>
    </>
  );
}
