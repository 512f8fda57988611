import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { asApiError, describeFailure, type Notice } from "../api/problems";
import type { Journey, WorkflowChange } from "../api/types";
import { NoticeBar } from "../components/NoticeBar";
import { useApp } from "../store/context";
import { strings } from "../strings";
import { ChoiceField } from "./fields";
import { Grid, Line } from "./Grid";
import { Part } from "./Part";

const words = strings.design.version.differences;

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** What changed from one version to another. */
export function Differences({ journey }: { readonly journey: Journey }) {
  const styles = useStyles();
  const { api } = useApp().services;
  const numbers = journey.versions.map(({ version }) => String(version));
  const [from, setFrom] = useState(numbers[1] ?? "");
  const [to, setTo] = useState(numbers[0] ?? "");
  const [changes, setChanges] = useState<WorkflowChange[]>();
  const [notice, setNotice] = useState<Notice>();
  if (numbers.length < 2) return null;
  const options = numbers.map((number) => [number, number] as const);
  const show = async () => {
    setNotice(undefined);
    try {
      setChanges(await api.differences(journey.key, Number(from), Number(to)));
    } catch (error) {
      setNotice(describeFailure(asApiError(error)));
    }
  };
  const choose = (set: (value: string) => void) => (value: string) => {
    set(value);
    setChanges(undefined);
  };
  return (
    <Part title={words.title}>
      <Grid tight>
        <ChoiceField
          label={words.from}
          pointer="/differences/from"
          options={options}
          value={from}
          onChange={choose(setFrom)}
        />
        <ChoiceField
          label={words.to}
          pointer="/differences/to"
          options={options}
          value={to}
          onChange={choose(setTo)}
        />
      </Grid>
      <Line>
        <Button onClick={() => void show()}>{words.show}</Button>
      </Line>
      {notice && <NoticeBar notice={notice} />}
      {changes?.length === 0 && <Text>{words.none}</Text>}
      {changes && changes.length > 0 && (
        <ul className={styles.list}>
          {changes.map(({ pointer, kind, sentence }) => (
            <li key={`${pointer} ${kind}`}>
              {sentence}{" "}
              <Text size={200} className={styles.quiet}>
                {words.kinds[kind]}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
