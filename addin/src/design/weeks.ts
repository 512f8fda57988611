import type { Measures, WeekPoint } from "../api/types";

/** A week of all versions together. */
export interface Week {
  /** Its Monday. */
  readonly week: string;
  readonly started: number;
  readonly released: number;
  /** Minutes of people's work a run; null where no run of the week was measured. */
  readonly minutes: number | null;
  readonly reviewMinutes: number | null;
  /** Revisions a run. */
  readonly loops: number | null;
  readonly escaped: number;
}

const dayLength = 86_400_000;

const following = (week: string) =>
  new Date(Date.parse(`${week}T00:00:00Z`) + 7 * dayLength).toISOString().slice(0, 10);

/** The mean over runs of what is known. */
function meanOf(
  points: readonly WeekPoint[],
  valueOf: (point: WeekPoint) => number | null | undefined,
): number | null {
  let [sum, runs] = [0, 0];
  for (const point of points) {
    const value = valueOf(point);
    if (value == null) continue;
    // A mean of a week in which none was released is one of runs that ended otherwise: it counts once.
    const weight = Math.max(1, point.released);
    sum += value * weight;
    runs += weight;
  }
  return runs === 0 ? null : sum / runs;
}

/** The weeks in their order without a gap: one in which nothing was started is one with 0 runs. */
export function weeksOf({ weeks, all, versions }: Measures): Week[] {
  const byHand = (version: number) =>
    versions.find((each) => each.version === version)?.beforeAfter.baselineMinutes ??
    all.beforeAfter.baselineMinutes;
  const mondays = weeks.map(({ week }) => week).toSorted();
  const [first, last] = [mondays[0], mondays.at(-1)];
  if (first === undefined || last === undefined) return [];
  const found: Week[] = [];
  for (let week = first; week <= last; week = following(week)) {
    const points = weeks.filter((point) => point.week === week);
    found.push({
      week,
      started: points.reduce((sum, { started }) => sum + started, 0),
      released: points.reduce((sum, { released }) => sum + released, 0),
      minutes: meanOf(points, ({ version, savedMinutes }) => {
        const before = byHand(version);
        return savedMinutes == null || before == null ? null : before - savedMinutes;
      }),
      reviewMinutes: meanOf(points, ({ reviewMinutes }) => reviewMinutes),
      loops: meanOf(points, ({ loops }) => loops),
      escaped: points.reduce((sum, { escaped }) => sum + escaped, 0),
    });
  }
  return found;
}
