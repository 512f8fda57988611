/** The words about what a workflow's AI tends to get wrong. */
export const failures = {
  title: (known: number) => `What tends to go wrong here (${String(known)})`,
  missing: "What tends to go wrong here could not be loaded.",
  lead: "From the checks, reviewers’ edits and errors found later, over the last runs.",
  note: "Known",
  at: (place: string, sentence: string) => `${place}: ${sentence}`,
  counts: (runs: number, of: number) => `${String(runs)} of ${String(of)}`,
  here: {
    Edited: (times: string) => `Often reworded here: ${times} drafts.`,
    Rejected: (times: string) => `Often rejected here: ${times} drafts.`,
    Finding: (times: string) => `This check often finds something: ${times} drafts.`,
    Overlooked: (times: string) => `Easily overlooked: ${times} drafts.`,
    Escaped: (times: string) => `Got past the review before: ${times} drafts.`,
  },
};
