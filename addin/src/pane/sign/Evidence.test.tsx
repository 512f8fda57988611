import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ChecklistItem, HandoffView, SecondReading } from "../../api/types";
import { draftReport, startApp, viewIn } from "../../testing/builders";
import { statusReport } from "../../testing/workflows";
import { Evidence } from "./Evidence";

async function shown(kind: ChecklistItem["evidence"], change?: (view: HandoffView) => HandoffView) {
  const app = await startApp();
  await draftReport(app);
  const view = viewIn(app);
  render(
    <FluentProvider theme={webLightTheme}>
      <Evidence kind={kind} view={change ? change(view) : view} workflow={statusReport} />
    </FluentProvider>,
  );
  return view;
}

const reading: SecondReading = {
  reader: "gpt-judge",
  isAi: true,
  items: [
    { dimension: "Tone", ok: false, quote: "We regret", reason: "It sounds gloomy." },
    { dimension: "Person", ok: true, quote: null, reason: "It is “we” throughout." },
  ],
  dropped: 1,
  notJudged: null,
};
const withReading = (next: SecondReading) => (view: HandoffView) => ({
  ...view,
  evidence: { ...view.evidence, secondReading: next },
});

describe("the gate's questions with their evidence on screen", () => {
  it("C29 is it accurate: each date beside the record's", async () => {
    const view = await shown("Dates");
    expect(view.evidence.dates.length).toBeGreaterThan(0);
    for (const { quote } of view.evidence.dates) expect(document.body.textContent).toContain(quote);
  });

  it("C30 C57 is the tone right: the tone that is asked for, the text, and what another reader says", async () => {
    await shown("Tone", withReading(reading));
    expect(screen.getByText(/^Should sound /)).toBeTruthy();
    expect(screen.getByText("gpt-judge, another AI than the writer, says:")).toBeTruthy();
    expect(screen.getByText("“We regret” It sounds gloomy.")).toBeTruthy();
    expect(screen.getByText(/1 remark quotes words that are not in the text/)).toBeTruthy();
    expect(screen.getByRole("region")).toBeTruthy();
  });

  it("C57 says why nobody judged, and that rules are no AI", async () => {
    const rules = { ...reading, reader: "Style rules 1", isAi: false, items: [], dropped: 0 };
    await shown("Tone", withReading({ ...rules, notJudged: "The language is not measured." }));
    expect(screen.getByText("Style rules 1 (no AI) say:")).toBeTruthy();
    expect(screen.getByText("Not judged: The language is not measured.")).toBeTruthy();
  });

  it("C31 is anything missed: how many facts the text says, and each that it does not", async () => {
    const view = await shown("Facts");
    const missed = view.evidence.facts.filter(({ mentions }) => mentions.length === 0);
    for (const { label } of missed) expect(document.body.textContent).toContain(label);
    expect(screen.getAllByRole("listitem")).toHaveLength(missed.length + 1);
  });
});
