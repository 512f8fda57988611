import { Checkbox, makeStyles, Text, tokens } from "@fluentui/react-components";
import { strings } from "../../strings";
import { ProblemsAt } from "../fields";
import { PickGroup } from "../PickGroup";
import type { Speakable } from "./model";

const words = strings.design.version.text;

const useStyles = makeStyles({
  picks: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
  },
});

interface FieldPicksProps {
  readonly label: string;
  readonly pointer: string;
  readonly fields: readonly Speakable[];
  readonly picked: readonly string[];
  readonly onChange: (picked: string[]) => void;
}

/** Some of the form's fields; in the order in which they were picked. */
export function FieldPicks({ label, pointer, fields, picked, onChange }: FieldPicksProps) {
  const styles = useStyles();
  // What was picked in a file may be a column, which no field of the form's own level is.
  const others = picked.filter((each) => !fields.some((field) => field.pointer === each));
  const all = [...fields, ...others.map((each) => ({ pointer: each, label: each }))];
  return (
    <PickGroup label={label}>
      <div className={styles.picks}>
        {all.length === 0 && <Text size={200}>{words.none}</Text>}
        {all.map((field) => (
          <Checkbox
            key={field.pointer}
            label={field.label}
            checked={picked.includes(field.pointer)}
            onChange={(_, data) =>
              onChange(
                data.checked === true
                  ? [...picked, field.pointer]
                  : picked.filter((each) => each !== field.pointer),
              )
            }
          />
        ))}
        <ProblemsAt pointer={pointer} />
        {picked.map((each, index) => (
          <ProblemsAt key={each} pointer={`${pointer}/${String(index)}`} />
        ))}
      </div>
    </PickGroup>
  );
}
