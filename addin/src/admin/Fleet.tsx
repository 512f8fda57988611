import { Button, Checkbox, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { FleetGap, FleetMember, Sighting } from "../api/types";
import { DataTable } from "../components/DataTable";
import { severityIcon } from "../components/Marks";
import { useLoaded } from "../components/useLoaded";
import { formatInstant } from "../format";
import { useApp } from "../store/context";
import { strings } from "../strings";
import { Section } from "./Section";

const words = strings.administration.fleet;

// What has sentences keeps the width to read them: a narrow table scrolls instead.
const useStyles = makeStyles({
  parts: {
    minWidth: "112px",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
  },
  gaps: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    minWidth: "240px",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
  },
  gap: {
    display: "flex",
    gap: tokens.spacingHorizontalXS,
    "> svg": { flexShrink: 0, color: tokens.colorPaletteDarkOrangeForeground1 },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** How many people are shown at first. */
const shownAtFirst = 20;

/** The add-ins of everybody, and what is missing there: those with gaps first. */
export function Fleet() {
  const { api } = useApp().services;
  const [state, reload] = useLoaded(() => api.fleet());
  return (
    <Section title={words.title} lead={words.lead} state={state} onRetry={reload}>
      {({ people, version }) => <People people={people} version={version} />}
    </Section>
  );
}

interface PeopleProps {
  readonly people: readonly FleetMember[];
  readonly version: string;
}

function People({ people, version }: PeopleProps) {
  const [gapsOnly, setGapsOnly] = useState(false);
  const [all, setAll] = useState(false);
  const lacking = people.filter(({ gaps }) => gaps.length > 0);
  const wanted = gapsOnly
    ? lacking
    : [...lacking, ...people.filter(({ gaps }) => gaps.length === 0)];
  const shown = all ? wanted : wanted.slice(0, shownAtFirst);
  return (
    <>
      <Text>{words.summary(lacking.length, people.length, version)}</Text>
      <Checkbox
        label={words.gapsOnly}
        checked={gapsOnly}
        onChange={(_, { checked }) => setGapsOnly(checked === true)}
      />
      {shown.length === 0 ? <Text>{words.empty}</Text> : <Table people={shown} />}
      {wanted.length > shown.length && (
        <Button appearance="subtle" onClick={() => setAll(true)}>
          {strings.homeScreen.showAll(wanted.length - shown.length)}
        </Button>
      )}
    </>
  );
}

function Table({ people }: Pick<PeopleProps, "people">) {
  const { person, where, seen, version, sets, check, gaps } = words.columns;
  return (
    <DataTable
      label={words.title}
      columns={[person, where, gaps, seen, version, sets, check].map((label) => ({ label }))}
      rows={people.flatMap(rowsOf)}
    />
  );
}

/** A row for each place where somebody's add-in was seen; one that says so where it never was. */
function rowsOf({ person, installations, gaps }: FleetMember): readonly (readonly ReactNode[])[] {
  const own = gaps.filter(({ host }) => host == null);
  if (installations.length === 0)
    return [[person.name, words.never, <Gaps key="gaps" gaps={own} />, "", "", "", ""]];
  return installations.map((sighting, index) => {
    const { host, platform, requirementSets } = sighting.installation;
    const here = gaps.filter((gap) => gap.host === host && gap.platform === platform);
    return [
      person.name,
      words.where(host, platform),
      // What is missing of the person stands once.
      <Gaps key="gaps" gaps={index === 0 ? [...own, ...here] : here} />,
      formatInstant(sighting.seenAt),
      <Versions key="version" sighting={sighting} />,
      <Parts key="sets" parts={requirementSets.map(({ name, version }) => `${name} ${version}`)} />,
      host === "Outlook" ? <Check key="check" sighting={sighting} /> : "",
    ];
  });
}

function Parts({ parts }: { readonly parts: readonly ReactNode[] }) {
  const styles = useStyles();
  return (
    <span className={styles.parts}>
      {parts.map((part, index) => (
        <span key={index}>{part}</span>
      ))}
    </span>
  );
}

function Versions({ sighting }: { readonly sighting: Sighting }) {
  const { host, hostVersion, addInVersion } = sighting.installation;
  return <Parts parts={[addInVersion, `${host} ${hostVersion}`]} />;
}

/** What is known of the check on sending: whether it runs here, whether it can let anything go, and when something was last made for it. */
function Check({ sighting }: { readonly sighting: Sighting }) {
  const { holdsMail, keysSince, mailPlacedAt } = sighting;
  const state = !holdsMail
    ? words.check.none
    : keysSince == null
      ? words.check.noKeys
      : words.check.ready(formatInstant(keysSince));
  const placed = mailPlacedAt == null ? [] : [words.check.placed(formatInstant(mailPlacedAt))];
  return <Parts parts={[state, ...placed]} />;
}

function Gaps({ gaps }: { readonly gaps: readonly FleetGap[] }) {
  const styles = useStyles();
  if (gaps.length === 0) return <span className={styles.quiet}>{words.none}</span>;
  return (
    <ul className={styles.gaps}>
      {gaps.map(({ kind }) => (
        <li key={kind} className={styles.gap}>
          {severityIcon.Warning}
          <span>{words.gaps[kind]}</span>
        </li>
      ))}
    </ul>
  );
}
