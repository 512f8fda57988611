import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ExampleResult } from "../api/types";
import { strings } from "../strings";
import { Card } from "./Card";
import { Verdict } from "./Ratings";

const words = strings.design.test;

const useStyles = makeStyles({
  cards: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** How each example went: passed or failed, what its draft does not say, and the draft. */
export function ExampleCards({ examples }: { readonly examples: readonly ExampleResult[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.cards}>
      {examples.map((example) => (
        <Example key={example.name} example={example} />
      ))}
    </ul>
  );
}

function Example({ example }: { readonly example: ExampleResult }) {
  const { name, passed, expected, missing, said, blocking, failure, text } = example;
  return (
    <Card as="li" label={name}>
      <Verdict good={passed} title={`${name}: ${passed ? words.passed : words.failed}`} />
      {expected > 0 && <Text size={200}>{words.facts(expected - missing.length, expected)}</Text>}
      <Reasons title={words.missing} items={missing.map((fact) => fact.text)} />
      <Reasons title={words.said} items={said} />
      <Reasons title={words.blocking} items={blocking.map(({ message }) => message)} />
      <Reasons title={words.noDraft} items={failure ? [failure] : []} />
      {text.length > 0 && (
        <details>
          <summary>{words.text}</summary>
          <p>{text.join(" ")}</p>
        </details>
      )}
    </Card>
  );
}

interface ReasonsProps {
  readonly title: string;
  readonly items: readonly string[];
}

function Reasons({ title, items }: ReasonsProps) {
  const styles = useStyles();
  if (items.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
