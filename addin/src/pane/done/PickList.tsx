import { Button } from "@fluentui/react-components";
import { TableSimple20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { asApiError, describeFailure, type Notice } from "../../api/problems";
import type { HandoffView } from "../../api/types";
import { NoticeBar } from "../../components/NoticeBar";
import { useActions, useApp } from "../../store/context";
import { strings } from "../../strings";

/** What was kept as a list for a spreadsheet or a board; only where something was filtered and has left. */
export function PickList({ view }: { readonly view: HandoffView }) {
  const { api, host } = useApp().services;
  const { announce } = useActions();
  const [notice, setNotice] = useState<Notice>();
  if (!view.filter || view.state !== "Released") return null;
  const download = async () => {
    setNotice(undefined);
    try {
      const file = await api.pickList(view.id);
      host.save(file);
      announce(strings.done.saved(file.name));
    } catch (error) {
      setNotice(describeFailure(asApiError(error)));
    }
  };
  return (
    <>
      {notice && <NoticeBar notice={notice} onDismiss={() => setNotice(undefined)} />}
      <Button icon={<TableSimple20Regular />} onClick={() => void download()}>
        {strings.triage.pickList}
      </Button>
    </>
  );
}
