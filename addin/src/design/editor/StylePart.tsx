import { useState } from "react";
import type { StyleGuide } from "../../api/types";
import { strings } from "../../strings";
import { ChoiceField, LinesField, NumberField } from "../fields";
import { Grid, Stack } from "../Grid";
import { Part } from "../Part";
import { ofBanned, ofTerms, settled, toBanned, toTerms } from "./styleGuide";

const words = strings.design.version.style;

interface StylePartProps {
  readonly style: StyleGuide | undefined;
  readonly onChange: (style: StyleGuide | undefined) => void;
}

/** The house rules of writing that are checked: what the server says of them stands at each field at once. */
export function StylePart({ style, onChange }: StylePartProps) {
  const guide: StyleGuide = style ?? { contractions: "Allowed", banned: [], terms: [] };
  const set = (next: Partial<StyleGuide>) => onChange(settled({ ...guide, ...next }));
  const ease = guide.readingEase;
  const setEase = (end: "min" | "max", value: number | null | undefined) => {
    const other = ease ?? { min: 0, max: 100 };
    const next = { ...other, [end]: Math.round(value ?? (end === "min" ? 0 : 100)) };
    set({ readingEase: next.min === 0 && next.max === 100 ? undefined : next });
  };
  return (
    <Part title={words.title} lead={words.lead}>
      <Stack>
        <Grid>
          <ChoiceField
            label={words.contractions}
            pointer="/output/style/contractions"
            options={words.contractionUse}
            value={guide.contractions}
            onChange={(contractions) => set({ contractions })}
          />
          <ChoiceField
            label={words.spelling}
            pointer="/output/style/spelling"
            options={words.spellings}
            value={guide.spelling ?? ""}
            onChange={(spelling) => set({ spelling: spelling === "" ? undefined : spelling })}
          />
          <NumberField
            label={words.longest}
            pointer="/output/style/longestSentence"
            value={guide.longestSentence}
            onChange={(most) =>
              set({ longestSentence: most == null ? undefined : Math.round(most) })
            }
          />
        </Grid>
        <Grid tight>
          {(["min", "max"] as const).map((end) => (
            <NumberField
              key={end}
              label={words.ease[end]}
              hint={end === "min" ? words.easeHint : undefined}
              pointer={`/output/style/readingEase/${end}`}
              value={ease?.[end]}
              onChange={(value) => setEase(end, value)}
            />
          ))}
        </Grid>
        <Grid>
          <PairLines
            label={words.banned}
            hint={words.bannedHint}
            pointer="/output/style/banned"
            lines={ofBanned(guide.banned)}
            tidy={(lines) => ofBanned(toBanned(lines))}
            onChange={(lines) => set({ banned: toBanned(lines) })}
          />
          <PairLines
            label={words.terms}
            hint={words.termsHint}
            pointer="/output/style/terms"
            lines={ofTerms(guide.terms)}
            tidy={(lines) => ofTerms(toTerms(lines))}
            onChange={(lines) => set({ terms: toTerms(lines) })}
          />
        </Grid>
      </Stack>
    </Part>
  );
}

interface PairLinesProps {
  readonly label: string;
  readonly hint: string;
  readonly pointer: string;
  readonly lines: readonly string[];
  readonly tidy: (lines: readonly string[]) => readonly string[];
  readonly onChange: (lines: readonly string[]) => void;
}

/** Pairs, one a line. What is half typed stays as typed while it means the same. */
function PairLines({ lines, tidy, onChange, ...field }: PairLinesProps) {
  const [typed, setTyped] = useState<readonly string[]>();
  const same = typed !== undefined && tidy(typed).join("\n") === lines.join("\n");
  return (
    <LinesField
      {...field}
      value={same ? typed : lines}
      onChange={(next) => {
        setTyped(next);
        onChange(next);
      }}
    />
  );
}
