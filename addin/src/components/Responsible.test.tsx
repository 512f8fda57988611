import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { draftReport } from "../testing/builders";
import { showPage } from "../testing/showPage";

const slow = 30_000;

describe("C04 who answers is shown at each step", () => {
  it(
    "on the form, before anything has started",
    async () => {
      await showPage("p-dana", "#/start/client-status-report");
      expect(
        await screen.findByText(/^Responsible for the input: .+\(.+\)$/, {}, { timeout: 5000 }),
      ).toBeTruthy();
    },
    slow,
  );

  it(
    "in the review, with the title of the duty",
    async () => {
      await showPage("p-dana", "#/", async (app) => draftReport(app));
      const lines = await screen.findAllByText(/^Responsible for the/, {}, { timeout: 5000 });
      expect(
        lines.some(({ textContent }) => /^Responsible for the (draft|release): /.test(textContent)),
      ).toBe(true);
    },
    slow,
  );
});
