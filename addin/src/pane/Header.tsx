import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Home20Regular } from "@fluentui/react-icons";
import type { Me } from "../api/types";
import { MenuOnDemand } from "../components/MenuOnDemand";
import { Named } from "../components/Named";
import { PersonAvatar } from "../components/PersonAvatar";
import { strings } from "../strings";
import { useActions } from "../store/context";
import type { Step } from "../store/state";
import { PersonMenu } from "./screens";
import { Stepper } from "./Stepper";

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, minWidth: 0 },
  home: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  names: { flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column" },
  subject: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
});

interface HeaderProps {
  readonly title: string;
  readonly subject?: string | undefined;
  /** On the home screen itself there is no way home. */
  readonly atHome?: boolean;
  /** Who is signed in, where nothing around the pane says so. */
  readonly person?: Me | undefined;
  readonly step?: Step | undefined;
  readonly reachable?: readonly Step[];
  readonly onGo?: (step: Step) => void;
}

const nowhere: readonly Step[] = [];
const stay = () => undefined;

/** Workflow, stepper, and who is signed in. */
export function Header({
  title,
  subject,
  atHome = false,
  person,
  step,
  reachable = nowhere,
  onGo = stay,
}: HeaderProps) {
  const styles = useStyles();
  const { navigate } = useActions();
  return (
    <div className={styles.root}>
      <div className={styles.row}>
        {!atHome && (
          <Named name={strings.home}>
            <Button
              className={styles.home}
              appearance="subtle"
              icon={<Home20Regular />}
              onClick={() => navigate({ screen: "home" })}
            />
          </Named>
        )}
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
        {person && <PersonButton name={person.name} />}
      </div>
      {step && <Stepper current={step} reachable={reachable} onGo={onGo} />}
    </div>
  );
}

/** Who is signed in, and in which language. */
function PersonButton({ name }: { readonly name: string }) {
  return (
    <MenuOnDemand
      button={(props) => (
        <Named name={strings.signedInAs(name)}>
          <Button {...props} appearance="subtle" icon={<PersonAvatar name={name} size={28} />} />
        </Named>
      )}
      menu={(button) => <PersonMenu button={button} />}
    />
  );
}
