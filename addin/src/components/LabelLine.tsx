import { Tag16Regular } from "@fluentui/react-icons";
import type { HandoffView } from "../api/types";
import { useApp } from "../store/context";
import { strings } from "../strings";
import { QuietLine } from "./QuietLine";
import { useLoaded } from "./useLoaded";

/** Which sensitivity label goes with the text; nothing where it has none. */
export function LabelLine({ view }: { readonly view: HandoffView }) {
  return view.sensitivityLabel == null ? null : <Line id={view.sensitivityLabel} />;
}

function Line({ id }: { readonly id: string }) {
  const { api } = useApp().services;
  const [labels] = useLoaded(() => api.labels());
  // Until its name is known, and where nobody has told it: that there is one matters more than how it is called.
  const name =
    labels.status === "ready" ? labels.value.find((label) => label.id === id)?.name : undefined;
  return (
    <QuietLine icon={<Tag16Regular aria-hidden />}>
      {name === undefined ? strings.label.unnamed : strings.label.named(name)}
    </QuietLine>
  );
}
