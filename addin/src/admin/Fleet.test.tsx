import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { formatInstant } from "../format";
import { strings } from "../strings";
import type { TestApp } from "../testing/builders";
import { axeFinds } from "../testing/axe";
import { fleetOf } from "../testing/fakeFleet";
import { showPage } from "../testing/showPage";

const words = strings.administration.fleet;

async function section(prepare?: (app: TestApp) => void) {
  const shown = await showPage("p-teo", "#/admin", prepare);
  const region = await screen.findByRole("region", { name: words.title });
  return { ...shown, region };
}

const rowsIn = async (region: HTMLElement) =>
  within(await within(region).findByRole("table"))
    .getAllByRole("row")
    .slice(1);

describe("C103 who works with which add-in", () => {
  it("is shown for each place where it was seen: versions, API sets and the check on sending", async () => {
    const { region } = await section();
    const rows = await rowsIn(region);
    const [outlook] = rows.filter((row) => row.textContent.includes("Alex Meyer"));
    const said = [
      "Outlook, Windows",
      formatInstant("2026-11-27T08:15:00Z"),
      "0.1.0",
      "Outlook 16.0.18526.20144",
      "Mailbox 1.15",
      words.check.ready(formatInstant("2026-10-02T09:00:00Z")),
      words.check.placed(formatInstant("2026-11-26T15:40:00Z")),
    ];
    for (const text of said) expect(outlook?.textContent).toContain(text);
    expect(outlook?.textContent).toContain(words.none);
    expect(region.textContent).toContain(
      "Something is missing for 2 of 6 people. The server has version 0.1.0.",
    );
  });

  it("lists each gap where it belongs, of people before those without", async () => {
    const { region } = await section();
    const rows = await rowsIn(region);
    const named = rows.map((row) => within(row).getByRole("rowheader").textContent);
    expect(named.slice(0, 4)).toEqual(["Jonas Keller", "Rita Sommer", "Rita Sommer", "Alex Meyer"]);
    const gapsOf = (row: HTMLElement | undefined) =>
      row &&
      within(row)
        .queryAllByRole("listitem")
        .map(({ textContent }) => textContent);
    expect(gapsOf(rows[0])).toEqual([words.gaps.NeverInOutlook]);
    expect(rows[0]?.textContent).toContain(words.never);
    expect(gapsOf(rows[1])).toEqual([words.gaps.MailNotHeld]);
    expect(rows[1]?.textContent).toContain(words.check.none);
    expect(gapsOf(rows[2])).toEqual([words.gaps.PaneBehind, words.gaps.WordCannotTrack]);
    expect(gapsOf(rows[3])).toEqual([]);
  });

  it("can be narrowed to people with gaps", async () => {
    const { region, user } = await section();
    expect(await rowsIn(region)).toHaveLength(8);
    await user.click(within(region).getByRole("checkbox", { name: words.gapsOnly }));
    expect(await rowsIn(region)).toHaveLength(3);
    await user.click(within(region).getByRole("checkbox", { name: words.gapsOnly }));
    expect(await rowsIn(region)).toHaveLength(8);
  });

  it("is accessible", async () => {
    const { region } = await section();
    await rowsIn(region);
    expect(await axeFinds(region)).toEqual([]);
  });

  it("says that no gap is known where none is", async () => {
    const { region, user } = await section((app) => {
      app.fake.administration.fleet = fleetOf({});
    });
    await user.click(await within(region).findByRole("checkbox", { name: words.gapsOnly }));
    expect(within(region).getByText(words.empty)).toBeTruthy();
    expect(within(region).queryByRole("table")).toBeNull();
  });

  it("shows the first of many people, and all on demand", async () => {
    const { region, user } = await section((app) => {
      const [someone] = fleetOf({}).people;
      if (!someone) throw new Error("The fake has nobody.");
      const people = Array.from({ length: 45 }, (_, n) => ({
        ...someone,
        person: { ...someone.person, id: `p-${n}`, name: `Person ${n}` },
      }));
      app.fake.administration.fleet = { version: "0.1.0", people };
    });
    expect(await rowsIn(region)).toHaveLength(20);
    await user.click(within(region).getByRole("button", { name: strings.homeScreen.showAll(25) }));
    expect(await rowsIn(region)).toHaveLength(45);
  });

  it("can be asked for again where it could not be loaded", async () => {
    const { region, user } = await section((app) => {
      const { fetch } = app.fake;
      let first = true;
      Object.assign(app.fake, {
        fetch: (request: Request) => {
          if (!first || !request.url.endsWith("/fleet")) return fetch(request);
          first = false;
          return Promise.reject(new TypeError("Failed to fetch"));
        },
      });
    });
    await user.click(await within(region).findByRole("button", { name: strings.retry }));
    expect(await rowsIn(region)).toHaveLength(8);
  });
});
