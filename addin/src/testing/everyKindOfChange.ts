import type { Change, Finding } from "../api/types";
import { findingComments, sectionXml } from "./docx";
import { everyKind } from "./everyKind";
import { newChange } from "./fakeRedline";
import type { StoredHandoff } from "./fakeHandoffs";
import { packDocx, paragraph, run } from "./wordParts";

/**
 * A second draft over a text that stands: changes of each kind, one that was decided in the round before, a finding in
 * words that no change made; and a document in which others tracked every kind of change before.
 */
export function everyKindOfChange(
  drafted: readonly Change[],
): Pick<StoredHandoff, "changes" | "findings" | "document"> {
  const [first, ...rest] = drafted;
  const reviewer = { id: "p-rita", name: "Rita Sommer", email: "rita@northwind.example" };
  const place = { section: "progress", paragraph: 0 };
  const changes: Change[] = [
    ...(first
      ? [
          newChange({
            ...first,
            ...place,
            kind: "Replaced",
            original: first.text.replace("moved forward as planned", "is nearly on track"),
            previous: { text: first.text.replace("as planned", "almost as planned"), segments: [] },
            reason: "Please say that it went as planned.",
          }),
        ]
      : []),
    newChange({
      ...place,
      id: "c-deleted",
      kind: "Deleted",
      text: "Everybody is glad about it.",
      original: "Everybody is glad about it.",
      reason: "Feelings are not in the record.",
    }),
    newChange({
      ...place,
      id: "c-carried",
      kind: "Replaced",
      text: "The release has 45 enhancements.",
      original: "The release has many enhancements.",
      citations: ["/project"],
      carriedOver: true,
      decision: "Accepted",
      decidedBy: reviewer,
      decidedAt: "2024-07-18T15:00:00Z",
    }),
    newChange({
      ...place,
      paragraph: 1,
      id: "c-long",
      text: "A sentence that says at length what the record knows of the enhancements that were asked for, of those that were agreed upon, and of the one that nobody wanted after all, and that holds an address such as https://example.org/a/very/long/address/that/does/not/break/anywhere/by/itself as well.",
      original: null,
    }),
    ...rest.map((change) => ({ ...change, paragraph: change.paragraph + 1 })),
  ];
  const finding: Finding = {
    id: "f-kept",
    check: "Numbers",
    severity: "Warning",
    message: "The number is not in the record.",
    changeId: null,
    start: 0,
    length: 9,
    quote: "12 people",
    paragraph: 0,
    expected: "no number",
  };
  return {
    changes,
    findings: [finding],
    document: (view) =>
      packDocx({
        ...everyKind,
        body:
          paragraph(run("Under review"), '<w:pStyle w:val="Heading1"/>') +
          paragraph(run("The release team has 12 people this time.")) +
          [...new Set(view.changes.map((change) => change.section))]
            .map((section) => sectionXml(view, section))
            .join("") +
          everyKind.body,
        comments: findingComments(view) + (everyKind.comments ?? ""),
      }),
  };
}
