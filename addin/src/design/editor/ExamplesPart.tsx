import { Button } from "@fluentui/react-components";
import { Add16Regular, Delete16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { ExampleRecord, ExpectedFact, TemplateField, Workflow } from "../../api/types";
import { toForm, toRecord } from "../../form/model";
import { pointerOf } from "../../form/pointers";
import { FieldEditor } from "../../pane/input/FieldEditor";
import { strings } from "../../strings";
import { ChoiceField, LinesField, ProblemsAt, TextField } from "../fields";
import { Grid, Stack } from "../Grid";
import { unique } from "../names";
import { Part } from "../Part";
import { ItemList } from "./ItemList";
import { optional, speakable, type Speakable } from "./model";
import { listOf, type PartProps } from "./part";
import { usableFields } from "./usableFields";

const words = strings.design.version.examples;

/** Realistic records, each with what a draft of it has to say. */
export function ExamplesPart(props: PartProps) {
  const { version, edit, onOpen } = props;
  const { examples } = version;
  const set = (next: ExampleRecord[]) =>
    edit((before): Workflow => ({ ...before, examples: next }));
  const add = () => {
    const name = unique(
      words.newName(examples.length + 1),
      examples.map((example) => example.name),
      " ",
    );
    set([...examples, { name, about: "", record: {} }]);
    onOpen(`/examples/${String(examples.length)}`);
  };
  const fields = usableFields(version.input.fields);
  return (
    <Part
      title={strings.design.version.parts.examples}
      lead={words.lead}
      actions={
        <Button icon={<Add16Regular />} onClick={add}>
          {words.add}
        </Button>
      }
    >
      <Stack>
        <ItemList
          {...listOf(props, "/examples")}
          items={examples}
          nameOf={(example, index) => example.name || words.newName(index + 1)}
          onChange={set}
          onRemove={(index) => set(examples.toSpliced(index, 1))}
        >
          {(example, index) => (
            <ExampleForm
              key={`${String(index)} ${fields.map(({ name, kind }) => name + kind).join(" ")}`}
              example={example}
              pointer={`/examples/${String(index)}`}
              fields={fields}
              speakable={speakable(version)}
              sections={version.output.sections.filter(({ owner }) => owner === "Person")}
              onChange={(next) => set(examples.with(index, next))}
            />
          )}
        </ItemList>
      </Stack>
    </Part>
  );
}

interface ExampleFormProps {
  readonly example: ExampleRecord;
  readonly pointer: string;
  readonly fields: readonly TemplateField[];
  readonly speakable: readonly Speakable[];
  /** Those that a person writes. */
  readonly sections: Workflow["output"]["sections"];
  readonly onChange: (example: ExampleRecord) => void;
}

function ExampleForm({
  example,
  pointer,
  fields,
  speakable: places,
  sections,
  onChange,
}: ExampleFormProps) {
  const [values, setValues] = useState(() => toForm(fields, example.record));
  const expected = example.expected ?? { facts: [], mustNotSay: [] };
  const expect = (next: Partial<typeof expected>) => {
    const now = { ...expected, ...next };
    const none = now.facts.length === 0 && now.mustNotSay.length === 0;
    onChange({ ...example, expected: none ? undefined : now });
  };
  return (
    <>
      <Grid>
        <TextField
          label={words.name}
          pointer={`${pointer}/name`}
          required
          value={example.name}
          onChange={(name) => onChange({ ...example, name })}
        />
        <TextField
          label={words.about}
          pointer={`${pointer}/about`}
          required
          value={example.about}
          onChange={(about) => onChange({ ...example, about })}
        />
      </Grid>
      <Part title={words.record}>
        <Stack>
          <ProblemsAt pointer={`${pointer}/record`} />
          {fields.map((field) => {
            const value = values[field.name];
            const place = `${pointer}/record${pointerOf(field.name)}`;
            return (
              value && (
                <div key={field.name}>
                  <FieldEditor
                    field={field}
                    pointer={place}
                    value={value}
                    problems={[]}
                    onLeave={() => undefined}
                    onChange={(next) => {
                      const now = { ...values, [field.name]: next };
                      setValues(now);
                      onChange({ ...example, record: toRecord(fields, now) });
                    }}
                  />
                  <ProblemsAt pointer={place} />
                </div>
              )
            );
          })}
        </Stack>
      </Part>
      {sections.length > 0 && (
        <Part title={words.own} lead={words.ownHint}>
          <Stack>
            <ProblemsAt pointer={`${pointer}/own`} />
            {sections.map(({ key, heading, purpose }) => (
              <TextField
                key={key}
                label={heading ?? purpose}
                pointer={`${pointer}/own/${key}`}
                required
                rows={4}
                value={example.own?.[key] ?? ""}
                onChange={(text) => onChange({ ...example, own: { ...example.own, [key]: text } })}
              />
            ))}
          </Stack>
        </Part>
      )}
      <Part title={words.facts}>
        <Stack>
          <ProblemsAt pointer={`${pointer}/expected/facts`} />
          {expected.facts.map((fact, at) => (
            <FactForm
              key={at}
              fact={fact}
              pointer={`${pointer}/expected/facts/${String(at)}`}
              places={places}
              onChange={(next) => expect({ facts: expected.facts.with(at, next) })}
              onRemove={() => expect({ facts: expected.facts.toSpliced(at, 1) })}
            />
          ))}
          <div>
            <Button
              size="small"
              icon={<Add16Regular />}
              onClick={() => expect({ facts: [...expected.facts, { text: "", words: "" }] })}
            >
              {words.addFact}
            </Button>
          </div>
          <LinesField
            label={words.mustNotSay}
            pointer={`${pointer}/expected/mustNotSay`}
            value={expected.mustNotSay}
            onChange={(mustNotSay) => expect({ mustNotSay: [...mustNotSay] })}
          />
        </Stack>
      </Part>
    </>
  );
}

interface FactFormProps {
  readonly fact: ExpectedFact;
  readonly pointer: string;
  readonly places: readonly Speakable[];
  readonly onChange: (fact: ExpectedFact) => void;
  readonly onRemove: () => void;
}

/** A fact is a value of the record, or words. */
function FactForm({ fact, pointer, places, onChange, onRemove }: FactFormProps) {
  const { text, pointer: place, words: said } = fact;
  // A file may name one row of a list, which is no field of the form.
  const known = place == null || places.some((each) => each.pointer === place);
  const options = [
    ["", words.inWords] as const,
    ...places.map((each) => [each.pointer, each.label] as const),
    ...(known ? [] : [[place, place] as const]),
  ];
  return (
    <Grid>
      <TextField
        label={words.fact}
        pointer={`${pointer}/text`}
        size="small"
        required
        value={text}
        onChange={(next) => onChange({ ...fact, text: next })}
      />
      <ChoiceField
        label={words.factFrom}
        pointer={`${pointer}/pointer`}
        size="small"
        options={options}
        value={place ?? ""}
        onChange={(next) =>
          onChange(next === "" ? { text, words: said ?? "" } : { text, pointer: next })
        }
      />
      {place == null && (
        <TextField
          label={words.factWords}
          pointer={`${pointer}/words`}
          size="small"
          required
          value={said ?? ""}
          onChange={(next) => onChange({ text, words: optional(next) ?? "" })}
        />
      )}
      <div>
        <Button size="small" appearance="subtle" icon={<Delete16Regular />} onClick={onRemove}>
          {strings.design.version.remove(text || words.fact)}
        </Button>
      </div>
    </Grid>
  );
}
