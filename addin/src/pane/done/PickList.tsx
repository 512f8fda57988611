import { Button } from "@fluentui/react-components";
import { TableSimple20Regular } from "@fluentui/react-icons";
import type { HandoffView } from "../../api/types";
import { useDownload } from "../../components/useDownload";
import { useApp } from "../../store/context";
import { strings } from "../../strings";

/** What was kept as a list for a spreadsheet or a board; only where something was filtered and has left. */
export function PickList({ view }: { readonly view: HandoffView }) {
  const { api } = useApp().services;
  const { download, failure } = useDownload(() => api.pickList(view.id));
  if (!view.filter || view.state !== "Released") return null;
  return (
    <>
      {failure}
      <Button icon={<TableSimple20Regular />} onClick={() => void download()}>
        {strings.triage.pickList}
      </Button>
    </>
  );
}
