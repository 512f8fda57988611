import type { Workflow } from "../../api/types";
import { strings } from "../../strings";
import { ChoiceField, TextField } from "../fields";
import { Grid } from "../Grid";
import { Part } from "../Part";
import type { PartProps } from "./part";

const words = strings.design.version.duties;
const duties = ["input", "draft", "release"] as const;

/** Who answers for what, by the titles of the organisation. */
export function DutiesPart({ version, edit }: PartProps) {
  const set = (
    duty: (typeof duties)[number],
    next: Partial<Workflow["responsibilities"]["input"]>,
  ) =>
    edit((before) => ({
      ...before,
      responsibilities: {
        ...before.responsibilities,
        [duty]: { ...before.responsibilities[duty], ...next },
      },
    }));
  return duties.map((duty) => {
    const { title, holder } = version.responsibilities[duty];
    return (
      <Part key={duty} title={words[duty]}>
        <Grid>
          <TextField
            label={words.title}
            pointer={`/responsibilities/${duty}/title`}
            required
            value={title}
            onChange={(next) => set(duty, { title: next })}
          />
          <ChoiceField
            label={words.holder}
            pointer={`/responsibilities/${duty}/holder`}
            options={words.holders}
            value={holder}
            onChange={(next) => set(duty, { holder: next })}
          />
        </Grid>
      </Part>
    );
  });
}
