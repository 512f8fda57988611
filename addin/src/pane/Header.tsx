import {
  Avatar,
  Button,
  makeStyles,
  Menu,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import { Home20Regular } from "@fluentui/react-icons";
import type { Me } from "../api/types";
import { LanguageItems, useLanguageMenu } from "../components/LanguageItems";
import { strings } from "../strings";
import { useActions } from "../store/context";
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
          <Tooltip content={strings.home} relationship="label">
            <Button
              className={styles.home}
              appearance="subtle"
              icon={<Home20Regular />}
              onClick={() => navigate({ screen: "home" })}
            />
          </Tooltip>
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
        {person && <PersonMenu name={person.name} />}
      </div>
      {step && <Stepper current={step} reachable={reachable} onGo={onGo} />}
    </div>
  );
}

/** Who is signed in, and in which language. */
function PersonMenu({ name }: { readonly name: string }) {
  const menu = useLanguageMenu();
  return (
    <Menu {...menu}>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={strings.workbench.signedInAs(name)} relationship="label">
          <Button
            appearance="subtle"
            icon={<Avatar name={name} size={28} color="colorful" aria-hidden />}
          />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <LanguageItems />
      </MenuPopover>
    </Menu>
  );
}
