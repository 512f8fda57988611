import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled, DismissCircle16Filled } from "@fluentui/react-icons";
import type { ShareAgainst, TwoBarsView } from "../api/types";
import { strings } from "../strings";
import { Bar } from "./Bar";
import { Stack } from "./Grid";
import { Part } from "./Part";

const { bars: words, share } = strings.design.filtering;

const useStyles = makeStyles({
  root: { maxWidth: "560px" },
  verdict: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
});

interface TwoBarsProps {
  readonly version: number;
  readonly measured: TwoBarsView;
}

/** What a filter handed over as people judged it, and what they kept as it was received, each beside its bar. */
export function TwoBars({ version, measured }: TwoBarsProps) {
  return (
    <Part title={words.title} lead={words.lead(measured.runs, version)}>
      <Stack>
        <Measured label={words.handedOver} measured={measured.bars.handedOver} />
        <Measured label={words.final} measured={measured.bars.final} />
      </Stack>
    </Part>
  );
}

interface MeasuredProps {
  readonly label: string;
  readonly measured: ShareAgainst;
}

function Measured({ label, measured }: MeasuredProps) {
  const styles = useStyles();
  const { right, of, bar, isMet } = measured;
  return (
    <div className={styles.root}>
      <Bar
        label={label}
        said={words.said(right, of, share(bar))}
        value={right}
        most={Math.max(1, of)}
        limit={bar}
      />
      <Text size={200} className={styles.verdict}>
        {isMet === true && <CheckmarkCircle16Filled aria-hidden className={styles.good} />}
        {isMet === false && <DismissCircle16Filled aria-hidden className={styles.bad} />}
        {isMet == null ? words.unknown : isMet ? words.met : words.missed}
      </Text>
    </div>
  );
}
