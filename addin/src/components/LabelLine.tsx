import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { Tag16Regular } from "@fluentui/react-icons";
import type { HandoffView } from "../api/types";
import { useApp } from "../store/context";
import { strings } from "../strings";
import { useLoaded } from "./useLoaded";

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
    "> svg": { flexShrink: 0 },
  },
  text: { overflowWrap: "anywhere", minWidth: 0 },
});

/** Which sensitivity label goes with the text; nothing where it has none. */
export function LabelLine({ view }: { readonly view: HandoffView }) {
  return view.sensitivityLabel == null ? null : <Line id={view.sensitivityLabel} />;
}

function Line({ id }: { readonly id: string }) {
  const styles = useStyles();
  const { api } = useApp().services;
  const [labels] = useLoaded(() => api.labels());
  // Until its name is known, and where nobody has told it: that there is one matters more than how it is called.
  const name =
    labels.status === "ready" ? labels.value.find((label) => label.id === id)?.name : undefined;
  return (
    <div className={styles.root}>
      <Tag16Regular aria-hidden />
      <Text size={200} className={styles.text}>
        {name === undefined ? strings.label.unnamed : strings.label.named(name)}
      </Text>
    </div>
  );
}
