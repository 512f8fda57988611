import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { formatInstant } from "../format";
import { strings } from "../strings";
import { axeFinds } from "../testing/axe";
import type { TestApp } from "../testing/builders";
import { deadLetter, subscription } from "../testing/fakeWebhooks";
import { showPage } from "../testing/showPage";

const words = strings.administration.webhooks;

async function section(prepare?: (app: TestApp) => void) {
  const shown = await showPage("p-teo", "#/admin", prepare);
  const region = await screen.findByRole("region", { name: words.title });
  await within(region).findAllByText(/./u);
  return { ...shown, region };
}

const named = (name: string | RegExp) => ({ name });

describe("C78 who is told of what happens", () => {
  it("is shown with the workflow's name, the host and how it goes", async () => {
    const { region } = await section();
    await within(region).findByText("Ready for review: Client status report");
    for (const said of [
      words.kinds.Approved,
      words.by("Application 5f1c", formatInstant("2026-11-20T09:00:00Z")),
      words.delivered(formatInstant("2026-11-27T08:15:00Z")),
      "hooks.example.com",
      words.never,
      words.waiting(3),
      words.rests(formatInstant("2026-11-27T10:00:00Z")),
      words.fault("timeout"),
      words.fault("status-503"),
      words.dead.tried(12),
    ])
      expect(region.textContent).toContain(said);
  });

  it("can be ended after a question", async () => {
    const { region, user, app } = await section();
    await user.click(
      await within(region).findByRole("button", named(words.endOf("Approved, Application 5f1c"))),
    );
    const dialog = await screen.findByRole("dialog", named(words.endTitle));
    expect(dialog.textContent).toContain(words.endBody("Approved", "Application 5f1c"));
    await user.click(within(dialog).getByRole("button", named(words.end)));
    await waitFor(() =>
      expect(app.fake.administration.webhooks.subscriptions.map(({ id }) => id)).toEqual(["sub-2"]),
    );
    const gone = named(words.endOf("Approved, Application 5f1c"));
    await waitFor(() => expect(within(region).queryByRole("button", gone)).toBeNull());
  });

  it("has what could not be delivered sent again, one by one or all", async () => {
    const { region, user, app } = await section(({ fake }) => {
      fake.administration.webhooks.dead = ["a", "b", "c"].map((id) =>
        deadLetter({ id, createdAt: `2026-11-2${String(id.charCodeAt(0) - 96)}T09:00:00Z` }),
      );
    });
    const one = words.dead.replayOf(words.kinds.Approved, formatInstant("2026-11-21T09:00:00Z"));
    await user.click(await within(region).findByRole("button", named(one)));
    await waitFor(() => expect(app.fake.administration.webhooks.dead).toHaveLength(2));
    expect(await screen.findByText(words.dead.sent(1))).toBeTruthy();
    await user.click(await within(region).findByRole("button", named(words.dead.all)));
    await waitFor(() => expect(app.fake.administration.webhooks.dead).toHaveLength(0));
    await waitFor(() => expect(within(region).queryByText(words.dead.title)).toBeNull());
  });

  it("does not offer to send what nobody listens for any more", async () => {
    const { region } = await section(({ fake }) => {
      fake.administration.webhooks.dead = [deadLetter({ canReplay: false })];
    });
    await within(region).findByText(new RegExp(words.dead.gone, "u"));
    expect(within(region).queryByRole("button", named(/^Send again/u))).toBeNull();
  });

  it("says why nothing was sent again where the server refuses", async () => {
    const { region, user, app } = await section();
    const button = await within(region).findByRole("button", named(/^Send again/u));
    app.fake.administration.webhooks.dead = [];
    await user.click(button);
    expect(await within(region).findByText("There is no such dead letter")).toBeTruthy();
  });

  it("says so when nobody has subscribed", async () => {
    const { region } = await section(({ fake }) => {
      Object.assign(fake.administration.webhooks, { subscriptions: [], dead: [] });
    });
    expect(await within(region).findByText(words.empty)).toBeTruthy();
  });

  it("is accessible, with a long name too", async () => {
    const { region } = await section(({ fake }) => {
      fake.administration.webhooks.subscriptions.push(
        subscription({
          id: "sub-3",
          owner: "x".repeat(200),
          host: `${"y".repeat(60)}.example.com`,
        }),
      );
    });
    await within(region).findByText(/x{200}/u);
    expect(await axeFinds(region)).toEqual([]);
  });
});
