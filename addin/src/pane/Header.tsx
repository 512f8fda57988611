import { Avatar, Button, makeStyles, Text, tokens, Tooltip } from "@fluentui/react-components";
import { Home20Regular } from "@fluentui/react-icons";
import { strings } from "../strings";
import { useActions, useAppState } from "../store/context";
import type { Step } from "../store/state";
import { Stepper } from "./Stepper";

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, minWidth: 0 },
  home: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  names: { flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column" },
  subject: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
});

interface HeaderProps {
  readonly title: string;
  readonly subject?: string | undefined;
  readonly step?: Step | undefined;
  readonly reachable?: readonly Step[];
  readonly onGo?: (step: Step) => void;
}

const nowhere: readonly Step[] = [];
const stay = () => undefined;

/** Workflow, stepper, and who is signed in. */
export function Header({ title, subject, step, reachable = nowhere, onGo = stay }: HeaderProps) {
  const styles = useStyles();
  const { navigate } = useActions();
  const me = useAppState((state) => state.me);
  return (
    <header className={styles.root}>
      <div className={styles.row}>
        <Tooltip content={strings.home} relationship="label">
          <Button
            className={styles.home}
            appearance="subtle"
            icon={<Home20Regular />}
            onClick={() => navigate({ screen: "home" })}
          />
        </Tooltip>
        <div className={styles.names}>
          <Text weight="semibold" truncate wrap={false} block title={title}>
            {title}
          </Text>
          {subject && (
            <Text size={200} truncate wrap={false} block className={styles.subject} title={subject}>
              {subject}
            </Text>
          )}
        </div>
        {me && (
          <Tooltip content={strings.workbench.signedInAs(me.name)} relationship="label">
            <Avatar name={me.name} size={28} color="colorful" tabIndex={0} role="img" />
          </Tooltip>
        )}
      </div>
      {step && <Stepper current={step} reachable={reachable} onGo={onGo} />}
    </header>
  );
}
