import { FormDialog } from "../components/FormDialog";
import { useActions, useAppState } from "../store/context";
import { strings } from "../strings";

const words = strings.leave;

/** Asks before what was typed is left behind. */
export function LeaveDialog() {
  const leaving = useAppState((state) => state.leaving !== undefined);
  const { leave } = useActions();
  if (!leaving) return null;
  return (
    <FormDialog
      title={words.title}
      action={words.action}
      onAction={() => leave(true)}
      onClose={() => leave(false)}
    >
      {words.body}
    </FormDialog>
  );
}
