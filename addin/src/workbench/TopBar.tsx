import {
  Avatar,
  Button,
  makeStyles,
  mergeClasses,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import {
  BoardSplit20Regular,
  ChevronDown16Regular,
  DarkTheme20Regular,
  Desktop20Regular,
  Home20Regular,
  LocalLanguage20Regular,
  ShieldTask20Regular,
  WeatherMoon20Regular,
  WeatherSunny20Regular,
} from "@fluentui/react-icons";
import type { ReactElement } from "react";
import type { Role } from "../api/types";
import { Languages, useLanguageMenu } from "../components/Languages";
import { MyMenu } from "../components/MyMenu";
import { AccountMenu } from "../identity/AccountMenu";
import { useActions, useAppState } from "../store/context";
import type { Route } from "../store/route";
import { strings } from "../strings";
import { chooseTheme, type ThemeChoice, type ThemeState } from "../theme";

const words = strings.workbench;

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    height: "52px",
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  logo: { width: "24px", height: "24px", flexShrink: 0 },
  name: { flexGrow: 1, minWidth: 0 },
  person: {
    minWidth: 0,
    columnGap: tokens.spacingHorizontalS,
    paddingInline: tokens.spacingHorizontalS,
  },
  way: { minWidth: "32px", paddingInline: tokens.spacingHorizontalS },
  // On a narrow screen only who hears it gets the words.
  wide: {
    "@media (max-width: 560px)": {
      position: "absolute",
      width: "1px",
      height: "1px",
      overflow: "hidden",
      clipPath: "inset(50%)",
    },
  },
  personText: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    textAlign: "start",
    minWidth: 0,
  },
  role: { color: tokens.colorNeutralForeground3 },
  hint: {
    maxWidth: "280px",
    height: "auto",
    paddingBlock: tokens.spacingVerticalS,
    fontWeight: tokens.fontWeightRegular,
    lineHeight: tokens.lineHeightBase200,
  },
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
  },
  option: { display: "flex", flexDirection: "column" },
});

/** Product, who one is here, in which language, and how it looks. */
export function TopBar({ theme }: { readonly theme: ThemeState }) {
  const styles = useStyles();
  const boot = useAppState((state) => state.boot);
  const product =
    boot.status === "ready"
      ? boot.value.product
      : boot.status === "signedOut"
        ? boot.product
        : strings.product;
  return (
    <header className={styles.root}>
      <img src="/icon.svg" alt="" className={styles.logo} />
      <Text weight="semibold" size={400} truncate wrap={false} className={styles.name}>
        {product}
      </Text>
      <WayTo
        roles={["Designer", "Administrator"]}
        to={{ screen: "workflows" }}
        label={words.workflows}
        icon={<BoardSplit20Regular />}
      />
      <WayTo
        roles={["Administrator"]}
        to={{ screen: "admin" }}
        label={words.administration}
        icon={<ShieldTask20Regular />}
      />
      <LanguageMenu />
      <ThemeMenu choice={theme.choice} />
      <PersonMenu />
    </header>
  );
}

interface WayToProps {
  /** Who has the way: whoever holds one of these roles. */
  readonly roles: readonly Role[];
  readonly to: Extract<Route, { screen: "admin" | "workflows" }>;
  readonly label: string;
  readonly icon: ReactElement;
}

/** The way to a page for some of the people; from there, the way home. */
function WayTo({ roles, to, label, icon }: WayToProps) {
  const styles = useStyles();
  const me = useAppState((state) => state.me);
  const { navigate } = useActions();
  const here = useAppState((state) => state.route.screen === to.screen);
  if (!me?.roles.some((held) => roles.includes(held))) return null;
  return (
    <Button
      appearance="subtle"
      className={styles.way}
      icon={here ? <Home20Regular /> : icon}
      onClick={() => navigate(here ? { screen: "home" } : to)}
    >
      <span className={styles.wide}>{here ? strings.home : label}</span>
    </Button>
  );
}

function LanguageMenu() {
  const menu = useLanguageMenu();
  return (
    <Menu {...menu}>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={strings.language} relationship="label">
          <Button appearance="subtle" icon={<LocalLanguage20Regular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <Languages />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

const themeIcon = {
  light: <WeatherSunny20Regular />,
  dark: <WeatherMoon20Regular />,
  system: <Desktop20Regular />,
} satisfies Record<ThemeChoice, unknown>;

const choices: readonly ThemeChoice[] = ["light", "dark", "system"];

function ThemeMenu({ choice }: { readonly choice: ThemeChoice }) {
  return (
    <Menu
      checkedValues={{ theme: [choice] }}
      onCheckedValueChange={(_, data) => {
        const chosen = choices.find((candidate) => candidate === data.checkedItems[0]);
        if (chosen) chooseTheme(chosen);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={words.theme} relationship="label">
          <Button appearance="subtle" icon={<DarkTheme20Regular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choices.map((candidate) => (
            <MenuItemRadio
              key={candidate}
              name="theme"
              value={candidate}
              icon={themeIcon[candidate]}
            >
              {words.themes[candidate]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function PersonMenu() {
  const styles = useStyles();
  const people = useAppState((state) => state.people);
  const me = useAppState((state) => state.me);
  const { switchPerson } = useActions();
  if (!me) return null;
  if (people.length === 0) return <AccountMenu me={me} />;
  const title = people.find((person) => person.id === me.id)?.title ?? "";
  return (
    <Menu
      checkedValues={{ person: [me.id] }}
      onCheckedValueChange={(_, data) => {
        const [id] = data.checkedItems;
        if (id !== undefined && id !== me.id) void switchPerson(id);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          className={styles.person}
          icon={<Avatar name={me.name} size={28} color="colorful" aria-hidden />}
        >
          <span className={mergeClasses(styles.personText, styles.wide)}>
            <Text size={300} weight="semibold">
              {me.name}
            </Text>
            <Text size={200} className={styles.role}>
              {title}
            </Text>
          </span>
          <span className={styles.hidden}>{words.switchPerson}</span>
          <ChevronDown16Regular aria-hidden />
        </Button>
      </MenuTrigger>
      <MyMenu>
        {(myData) => (
          <>
            <MenuGroup>
              <MenuGroupHeader className={styles.hint}>{words.switchHint}</MenuGroupHeader>
              {people.map((person) => (
                <MenuItemRadio
                  key={person.id}
                  name="person"
                  value={person.id}
                  icon={<Avatar name={person.name} size={24} color="colorful" aria-hidden />}
                  aria-label={`${person.name}, ${person.title}`}
                >
                  <span className={styles.option}>
                    <Text>{person.name}</Text>
                    <Text size={200} className={styles.role}>
                      {person.title}
                    </Text>
                  </span>
                </MenuItemRadio>
              ))}
            </MenuGroup>
            <MenuDivider />
            {myData}
          </>
        )}
      </MyMenu>
    </Menu>
  );
}
