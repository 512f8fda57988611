import { Badge, Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled, Star16Filled } from "@fluentui/react-icons";
import type { Opportunity, OptionResult, ProcessMap, RatedReason } from "../api/types";
import { formatNumber } from "../format";
import { strings } from "../strings";
import { Bar } from "./Bar";
import { Card } from "./Card";
import { Line, Stack } from "./Grid";
import { Rated } from "./Ratings";

const words = strings.design.choose;

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface OptionCardProps {
  readonly option: Opportunity;
  readonly map: ProcessMap;
  readonly result: OptionResult | undefined;
  /** Minutes saved a month by the option that saves most: what fills the bar. */
  readonly most: number;
  readonly recommended: boolean;
  readonly chosen: boolean;
  readonly anyChosen: boolean;
  readonly designs: boolean;
  readonly onChoose: () => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

const minutes = (value: number) => strings.design.minutes(formatNumber(value));

/** One option: what changes, what it saves, how smooth and how safe it is. */
export function OptionCard(props: OptionCardProps) {
  const { option, map, result, most, recommended, chosen, anyChosen, designs } = props;
  const styles = useStyles();
  return (
    <Card as="li" label={option.name} strong={recommended || chosen}>
      <Line>
        <h3 className={styles.name}>{option.name}</h3>
        {recommended && (
          <Badge appearance="tint" icon={<Star16Filled />}>
            {words.recommended}
          </Badge>
        )}
        {chosen && (
          <Badge appearance="tint" color="success" icon={<CheckmarkCircle16Filled />}>
            {words.chosen}
          </Badge>
        )}
      </Line>
      <Text className={styles.quiet}>{strings.design.patterns[option.pattern]}</Text>
      <Changes option={option} map={map} />
      {result && (
        <Stack>
          <Bar
            label={words.savedMonth}
            said={minutes(result.savedAMonth)}
            value={result.savedAMonth}
            most={most}
          />
          <Text size={200}>
            {words.savedRun}: {minutes(result.savedARun)}
          </Text>
          <Reasons title={words.smooth} rating={result.smooth} reasons={result.smoothness} />
          <Reasons title={words.risk} rating={result.safe} reasons={result.risk} />
        </Stack>
      )}
      {designs && (
        <Line>
          {!chosen && (
            <Button
              appearance={recommended && !anyChosen ? "primary" : "secondary"}
              aria-label={words.pickOf(option.name)}
              onClick={props.onChoose}
            >
              {words.pickThis}
            </Button>
          )}
          <Button appearance="subtle" aria-label={words.editOf(option.name)} onClick={props.onEdit}>
            {words.edit}
          </Button>
          <Button
            appearance="subtle"
            aria-label={words.removeOf(option.name)}
            onClick={props.onRemove}
          >
            {words.remove}
          </Button>
        </Line>
      )}
    </Card>
  );
}

/** Which steps of the map change to how many minutes, and which come new. */
function Changes({ option, map }: Pick<OptionCardProps, "option" | "map">) {
  const styles = useStyles();
  const steps = new Map(map.steps.map((step) => [step.id, step]));
  return (
    <ul className={styles.list}>
      {option.changes.map(({ stepId, minutes: after, by }) => {
        const step = steps.get(stepId);
        return (
          <li key={stepId}>
            {words.change(
              step?.what ?? stepId,
              formatNumber(step?.minutes ?? 0),
              formatNumber(after),
            )}
            {by === "AI" && `, ${words.byAi}`}
          </li>
        );
      })}
      {option.added.map((added, index) => (
        <li key={index}>
          {words.added(added.what, formatNumber(added.minutes))}
          {added.by === "AI" && `, ${words.byAi}`}
        </li>
      ))}
    </ul>
  );
}

interface ReasonsProps {
  readonly title: (rating: string) => string;
  readonly rating: OptionResult["safe"];
  readonly reasons: readonly RatedReason[];
}

function Reasons({ title, rating, reasons }: ReasonsProps) {
  return (
    <details>
      <summary>{title(words.ratings[rating])}</summary>
      <Stack>
        {reasons.map((reason) => (
          <Rated key={reason.text} rating={reason.rating} reason={reason.text} />
        ))}
      </Stack>
    </details>
  );
}
