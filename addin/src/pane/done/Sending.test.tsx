import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { act, configure, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { AppContext, useAppState } from "../../store/context";
import { valueOf } from "../../store/state";
import {
  approve,
  draftMail,
  draftReport,
  startApp,
  viewIn,
  type TestApp,
} from "../../testing/builders";
import type { FakeMailbox } from "../../testing/fakeSending";
import { DoneScreen } from "../DoneScreen";

// The dialog's focus trap hides, by a timer of its own, what it takes to be outside; without a layout that may be the dialog.
configure({ defaultHidden: true });

afterEach(() => vi.useRealTimers());

/** A mail that is approved, before its author. */
async function approved(mailbox?: FakeMailbox): Promise<TestApp> {
  const app = await startApp(mailbox);
  await draftMail(app);
  await approve(app);
  await app.actions.switchPerson("p-alex");
  return app;
}

function Shown() {
  const view = useAppState((state) => valueOf(state.handoff));
  return view ? <DoneScreen view={view} /> : null;
}

function show(app: TestApp) {
  render(
    <AppContext value={app}>
      <FluentProvider theme={webLightTheme}>
        <main>
          <Shown />
        </main>
      </FluentProvider>
    </AppContext>,
  );
  return userEvent.setup();
}

const button = (name: string) => screen.getByRole("button", { name });
const title = () => screen.getByRole("heading", { level: 1 }).textContent;

/** Told to send, without an answer, and nowhere at the next look. */
async function lost() {
  const app = await approved("silent");
  await app.actions.sendMail();
  await app.actions.goOnSending();
  return { app, user: show(app) };
}

async function answers(user: ReturnType<typeof userEvent.setup>, question: string, saw?: string) {
  await user.click(button(question));
  const dialog = within(await screen.findByRole("dialog"));
  if (saw) await user.type(dialog.getByRole("textbox"), saw);
  const [, action] = dialog.getAllByRole("button");
  if (action) await user.click(action);
}

describe("A mail's sending is offered", () => {
  it("to its author, as the one primary way out", async () => {
    show(await approved("sends"));
    expect(button("Send from my mailbox")).toBeTruthy();
    expect(button("Release and download")).toBeTruthy();
  });

  it("to nobody else", async () => {
    const app = await approved("sends");
    await app.actions.switchPerson("p-rita");
    show(app);
    expect(screen.queryByRole("button", { name: "Send from my mailbox" })).toBeNull();
  });

  it("nowhere where no mailbox is connected", async () => {
    show(await approved());
    expect(screen.queryByRole("button", { name: "Send from my mailbox" })).toBeNull();
  });

  it("for no document", async () => {
    const app = await startApp("sends");
    await draftReport(app);
    await approve(app);
    await app.actions.switchPerson("p-alex");
    show(app);
    expect(screen.queryByRole("button", { name: "Send from my mailbox" })).toBeNull();
  });
});

describe("A mail that was sent", () => {
  it("says so, takes the focus to the heading, and asks how it was received", async () => {
    const user = show(await approved("sends"));
    await user.click(button("Send from my mailbox"));
    await waitFor(() => expect(title()).toBe("Sent"));
    expect(document.activeElement?.textContent).toBe("Sent");
    expect(screen.queryByRole("button", { name: "Download again" })).toBeNull();
    expect(screen.getByRole("heading", { name: "How it was received" })).toBeTruthy();
  });

  it("is asked for again under the same key", async () => {
    const app = await approved("sends");
    await app.actions.sendMail();
    await app.actions.sendMail();
    const keys = app.requests
      .filter(({ url }) => url.endsWith("/sending"))
      .map(({ headers }) => headers.get("Idempotency-Key"));
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
    expect(viewIn(app).delivery?.attempts).toBe(1);
  });
});

describe("A mail that has not left", () => {
  it("is never called released once, and nobody is asked how it was received", async () => {
    const app = await approved("refuses");
    const user = show(app);
    await user.click(button("Send from my mailbox"));
    await waitFor(() => expect(title()).toBe("Not sent"));
    expect(screen.queryByText(/left once/)).toBeNull();
    expect(screen.queryByRole("heading", { name: "How it was received" })).toBeNull();
    app.fake.mailbox = "sends";
    await user.click(button("Send it again"));
    await waitFor(() => expect(title()).toBe("Sent"));
  });

  it("waits as long as the mail service asks, says until when, and can be sent then", async () => {
    const app = await approved("busy");
    await app.actions.sendMail();
    vi.useFakeTimers();
    show(app);
    expect(title()).toBe("Released, not sent yet");
    expect(button("Send from my mailbox").getAttribute("aria-disabled")).toBe("true");
    expect(screen.getByText(/asks to wait until/)).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(21_000));
    expect(button("Send from my mailbox").getAttribute("aria-disabled")).not.toBe("true");
  });

  it("tells others whose mailbox it is about", async () => {
    const app = await approved("refuses");
    await app.actions.sendMail();
    await app.actions.switchPerson("p-rita");
    show(app);
    expect(screen.getByText(/^The mailbox of Alex .* refused it/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Send it again" })).toBeNull();
  });
});

describe("A mail that is nowhere", () => {
  it("is looked for before anybody is asked", async () => {
    const app = await approved("silent");
    const user = show(app);
    await user.click(button("Send from my mailbox"));
    await waitFor(() => expect(title()).toBe("The mailbox has not answered"));
    expect(screen.queryByText("Is it among your sent mails?")).toBeNull();
    await user.click(button("Look again"));
    await waitFor(() => expect(title()).toBe("Was it sent?"));
    expect(screen.getByText("Is it among your sent mails?")).toBeTruthy();
  });

  it("is settled only by somebody who says what they saw", async () => {
    const { app, user } = await lost();
    await answers(user, "Yes, it was sent");
    expect(await screen.findByText("Say what you saw.")).toBeTruthy();
    expect(document.activeElement?.tagName).toBe("TEXTAREA");
    expect(viewIn(app).delivery?.state).toBe("Uncertain");
  });

  it("counts as sent when its person found it", async () => {
    const { user } = await lost();
    await answers(user, "Yes, it was sent", "It is in Sent Items.");
    await waitFor(() => expect(title()).toBe("Sent"));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("is sent again when its person did not find it", async () => {
    const { app, user } = await lost();
    app.fake.mailbox = "sends";
    await answers(user, "No, send it again", "Neither sent nor a draft.");
    await waitFor(() => expect(title()).toBe("Sent"));
    expect(viewIn(app).delivery?.attempts).toBe(3);
  });

  it("keeps what was written when the answer is refused", async () => {
    const { app, user } = await lost();
    app.fake.mailbox = undefined;
    await answers(user, "No, send it again", "Neither sent nor a draft.");
    const dialog = within(screen.getByRole("dialog"));
    expect(await dialog.findByText(/not set up on this server/)).toBeTruthy();
    expect(dialog.getByRole("textbox")).toHaveProperty("value", "Neither sent nor a draft.");
  });
});
