import { Button } from "@fluentui/react-components";
import { Add16Regular } from "@fluentui/react-icons";
import type { ContractSection, Workflow } from "../../api/types";
import { strings } from "../../strings";
import { ChoiceField, LinesField, NumberField, TextField } from "../fields";
import { Grid, Stack } from "../Grid";
import { unique } from "../names";
import { Part } from "../Part";
import { FieldPicks } from "./FieldPicks";
import { ItemList } from "./ItemList";
import { optional, speakable, type Speakable } from "./model";
import { listOf, type PartProps } from "./part";
import { StylePart } from "./StylePart";

const words = strings.design.version.text;

/** The output contract: what exactly the text has to be. */
export function TextPart(props: PartProps) {
  const { version, edit, onOpen } = props;
  const { output } = version;
  const set = (next: Partial<Workflow["output"]>) =>
    edit((before) => ({ ...before, output: { ...before.output, ...next } }));
  const fields = speakable(version);
  const { sections } = output;
  return (
    <>
      <Grid>
        <ChoiceField
          label={words.format}
          pointer="/output/format"
          options={words.formats}
          value={output.format}
          onChange={(format) => set({ format })}
        />
        <TextField
          label={words.subject}
          pointer="/output/subject"
          hint={words.subjectHint}
          required
          value={output.subject}
          onChange={(subject) => set({ subject })}
        />
        {output.format === "Email" && <Recipients version={version} set={set} />}
        <TextField
          label={words.language}
          pointer="/output/language"
          hint={words.languageHint}
          required
          value={output.language}
          onChange={(language) => set({ language })}
        />
        <ChoiceField
          label={words.person}
          pointer="/output/person"
          options={words.persons}
          value={output.person}
          onChange={(person) => set({ person })}
        />
      </Grid>
      <Grid tight>
        {(["words", "paragraphs"] as const).flatMap((count) =>
          (["min", "max"] as const).map((end) => (
            <NumberField
              key={`${count} ${end}`}
              label={`${words[count]}, ${end === "min" ? words.from : words.to}`}
              pointer={`/output/${count}/${end}`}
              value={output[count][end]}
              onChange={(value) =>
                set({ [count]: { ...output[count], [end]: Math.round(value ?? 0) } })
              }
            />
          )),
        )}
      </Grid>
      <Grid>
        <LinesField
          label={words.tone}
          pointer="/output/tone"
          hint={words.toneHint}
          value={output.tone}
          onChange={(tone) => set({ tone: [...tone] })}
        />
        <LinesField
          label={words.forbidden}
          pointer="/output/forbiddenPhrases"
          value={output.forbiddenPhrases}
          onChange={(phrases) => set({ forbiddenPhrases: [...phrases] })}
        />
      </Grid>
      <FieldPicks
        label={words.mustMention}
        pointer="/output/mustMention"
        fields={fields}
        picked={output.mustMention}
        onChange={(mustMention) => set({ mustMention })}
      />
      <StylePart style={output.style ?? undefined} onChange={(style) => set({ style })} />
      <Part
        title={words.sections}
        actions={
          <Button
            icon={<Add16Regular />}
            onClick={() => {
              set({ sections: [...sections, newSection(sections)] });
              onOpen(`/output/sections/${String(sections.length)}`);
            }}
          >
            {words.addSection}
          </Button>
        }
      >
        <Stack>
          <ItemList
            {...listOf(props, "/output/sections")}
            items={sections}
            nameOf={(section) => section.heading ?? (section.purpose || words.noHeading)}
            onChange={(next) => set({ sections: next })}
            onRemove={(index) => set({ sections: sections.toSpliced(index, 1) })}
          >
            {(section, index) => (
              <SectionForm
                section={section}
                shared={props.version.pattern === "Parallel"}
                pointer={`/output/sections/${String(index)}`}
                fields={fields}
                onChange={(next) => set({ sections: sections.with(index, next) })}
              />
            )}
          </ItemList>
        </Stack>
      </Part>
    </>
  );
}

const newSection = (sections: readonly ContractSection[]): ContractSection => ({
  key: unique(
    "section",
    sections.map(({ key }) => key),
  ),
  purpose: "",
  fields: [],
});

interface RecipientsProps {
  readonly version: Workflow;
  readonly set: (next: Partial<Workflow["output"]>) => void;
}

/** Whom a mail goes to: a person of the record. */
function Recipients({ version, set }: RecipientsProps) {
  const people = version.input.fields.filter(({ kind }) => kind === "Person");
  return (
    <ChoiceField
      label={words.recipients}
      pointer="/output/recipients"
      hint={words.recipientsHint}
      required
      placeholder={words.noField}
      options={people.map(({ name, label }) => [`/${name}`, label] as const)}
      value={version.output.recipients ?? undefined}
      onChange={(recipients) => set({ recipients })}
    />
  );
}

interface SectionFormProps {
  readonly section: ContractSection;
  /** A person and the AI write the text at once: each section says whose it is. */
  readonly shared: boolean;
  readonly pointer: string;
  readonly fields: readonly Speakable[];
  readonly onChange: (section: ContractSection) => void;
}

function SectionForm({ section, shared, pointer, fields, onChange }: SectionFormProps) {
  const set = (next: Partial<ContractSection>) => onChange({ ...section, ...next });
  return (
    <>
      {shared && (
        <ChoiceField
          label={words.owner}
          pointer={`${pointer}/owner`}
          required
          placeholder={words.noOwner}
          options={words.owners}
          value={section.owner ?? undefined}
          onChange={(owner) => set({ owner })}
        />
      )}
      <TextField
        label={words.heading}
        pointer={`${pointer}/heading`}
        value={section.heading ?? ""}
        onChange={(heading) => set({ heading: optional(heading) })}
      />
      <TextField
        label={words.purpose}
        pointer={`${pointer}/purpose`}
        hint={words.purposeHint}
        required
        rows={2}
        value={section.purpose}
        onChange={(purpose) => set({ purpose })}
      />
      <FieldPicks
        label={words.fields}
        pointer={`${pointer}/fields`}
        fields={fields}
        picked={section.fields}
        onChange={(picked) => set({ fields: picked })}
      />
      <Grid>
        <TextField
          label={words.lead}
          pointer={`${pointer}/lead`}
          value={section.lead ?? ""}
          onChange={(lead) => set({ lead: optional(lead) })}
        />
        <TextField
          label={words.close}
          pointer={`${pointer}/close`}
          value={section.close ?? ""}
          onChange={(close) => set({ close: optional(close) })}
        />
      </Grid>
    </>
  );
}
