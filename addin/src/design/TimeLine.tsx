import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { Warning16Filled } from "@fluentui/react-icons";
import { useState } from "react";
import type { PhaseTime } from "../api/types";
import { formatDate } from "../format";
import { strings } from "../strings";
import { Part } from "./Part";

const words = strings.design.pilot;

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
  },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
  },
  late: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorPaletteDarkOrangeForeground1,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  track: {
    position: "relative",
    height: "20px",
    marginTop: tokens.spacingVerticalXXS,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  bar: { position: "absolute", height: "8px", borderRadius: tokens.borderRadiusSmall },
  planned: {
    top: "1px",
    backgroundColor: tokens.colorNeutralStroke1,
    "@media (forced-colors: active)": { backgroundColor: "GrayText" },
  },
  actual: {
    top: "11px",
    backgroundColor: tokens.colorBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
});

const day = (iso: string) => formatDate(iso.slice(0, 10));
const at = (iso: string) => Date.parse(iso);

/** The phases as planned and as they went: bars on one scale, and the drift in words. */
export function TimeLine({ phases }: { readonly phases: readonly PhaseTime[] }) {
  const styles = useStyles();
  const [now] = useState(() => new Date().toISOString());
  const ends = phases.flatMap(({ plannedStart, plannedEnd, start, end }) => [
    plannedStart,
    plannedEnd,
    ...(start ? [start, end ?? now] : []),
  ]);
  const first = Math.min(...ends.map(at));
  const span = Math.max(1, Math.max(...ends.map(at)) - first);
  const place = (from: string, to: string) => ({
    insetInlineStart: `min(100% - 2px, ${String((100 * (at(from) - first)) / span)}%)`,
    width: `max(2px, ${String((100 * Math.max(0, at(to) - at(from))) / span)}%)`,
  });
  return (
    <Part title={words.timeLine} lead={words.timeLineLead}>
      <ol className={styles.list}>
        {phases.map(({ phase, plannedStart, plannedEnd, start, end, driftDays }) => (
          <li key={phase}>
            <div className={styles.head}>
              <Text weight="semibold">{words.phases[phase]}</Text>
              {start && (
                <span className={mergeClasses((driftDays ?? 0) > 0 && styles.late)}>
                  {(driftDays ?? 0) > 0 && <Warning16Filled aria-hidden />}
                  {strings.design.drift(driftDays)}
                </span>
              )}
            </div>
            <Text size={200} className={styles.quiet}>
              {words.planned(day(plannedStart), day(plannedEnd))};{" "}
              {!start
                ? words.notYet
                : end
                  ? words.actual(day(start), day(end))
                  : words.runningSince(day(start))}
            </Text>
            <div className={styles.track} aria-hidden>
              <div
                className={mergeClasses(styles.bar, styles.planned)}
                style={place(plannedStart, plannedEnd)}
              />
              {start && (
                <div
                  className={mergeClasses(styles.bar, styles.actual)}
                  style={place(start, end ?? now)}
                />
              )}
            </div>
          </li>
        ))}
      </ol>
    </Part>
  );
}
