/**
 * One rule of the platform.
 * @typedef {object} Rule
 * @property {string} name what has to be so
 * @property {"hard" | "advisory"} severity a hard one is refused; an advisory one is asked about in a review
 * @property {(definition: any) => string[]} faults what breaks it, each at its place
 * @property {(definition: any) => void} breaking a change that breaks it: the rule's own case
 */

/** @returns {Rule} */
export const hard = (name, faults, breaking) => ({ name, severity: "hard", faults, breaking });

/** @returns {Rule} */
export const advisory = (name, faults, breaking) => ({
  name,
  severity: "advisory",
  faults,
  breaking,
});

/** A fault for each of these for which the rule does not hold. */
export const each = (found, holds, place) => found.filter((one) => !holds(one)).map(place);

/** One fault where it does not hold. */
export const one = (holds, fault) => (holds ? [] : [fault]);
