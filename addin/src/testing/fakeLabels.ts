import type { SensitivityLabel } from "../api/types";

/** The labels of the fake organisation, the lowest first. */
export const fakeLabels: readonly SensitivityLabel[] = [
  { id: "0a1b2c3d-1111-4222-8333-444455556601", name: "Internal", modelsMaySee: true },
  { id: "0a1b2c3d-1111-4222-8333-444455556602", name: "Secret", modelsMaySee: false },
];

/** The highest of some labels; null for none. */
export const highestLabel = (ids: readonly string[] = []): string | null =>
  fakeLabels.findLast(({ id }) => ids.includes(id))?.id ?? ids[0] ?? null;
