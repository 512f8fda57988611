import { render, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { FormDialog } from "../components/FormDialog";
import { AppContext } from "../store/context";
import { axeFinds } from "../testing/axe";
import { draftReport, viewIn } from "../testing/builders";
import { authError } from "../testing/msal";
import { showForWorkAccount } from "../testing/workAccount";
import { strings } from "../strings";
import { SignInError, type Fault } from "./faults";

const words = strings.identity;

const button = (name: string) => screen.findByRole("button", { name });
const atHome = () => screen.findByText(strings.homeScreen.firstTitle);

describe("the sign-in screen", () => {
  it("stands before everything else where nobody is signed in, and opens no window by itself", async () => {
    const { signIn, server } = await showForWorkAccount();
    expect(await screen.findByRole("heading", { name: "HandoffOffice" })).toBeDefined();
    expect(screen.getByText(words.lead)).toBeDefined();
    expect(signIn.asked).toEqual([]);
    expect(server.requests.map(({ url }) => new URL(url).pathname)).toEqual([
      "/api/v1/configuration",
    ]);
  });

  it("has nothing that hinders people", async () => {
    await showForWorkAccount();
    await button(words.signIn);
    expect(await axeFinds()).toEqual([]);
  });

  it("gives way to the work once the person has signed in", async () => {
    const { signIn, user, server } = await showForWorkAccount();
    await user.click(await button(words.signIn));
    expect(await screen.findByText(words.openTitle)).toBeDefined();
    signIn.signsIn("p-alex");
    await atHome();
    expect(signIn.asked).toEqual([{ fresh: false, another: false }]);
    expect(server.requests.at(-1)?.headers.get("Authorization")).toBe("Bearer p-alex");
  });

  it("does not show where somebody is signed in already", async () => {
    const { signIn } = await showForWorkAccount("p-alex");
    await atHome();
    expect(signIn.asked).toEqual([]);
  });

  it.each<Fault>([
    "consent",
    "blocked",
    "cancelled",
    "notAssigned",
    "offline",
    "timedOut",
    "alreadyOpen",
    "failed",
  ])("says what to do where it fails: %s", async (fault) => {
    const { signIn, user } = await showForWorkAccount();
    await user.click(await button(words.signIn));
    signIn.fails(new SignInError(fault, "AADSTS1"));
    expect(await screen.findByText(words.faults[fault].title)).toBeDefined();
    expect(screen.getByText(words.faults[fault].body, { exact: false })).toBeDefined();
  });

  it("opens a closed window again, and the end of the first one says nothing", async () => {
    const { signIn, user } = await showForWorkAccount();
    await user.click(await button(words.signIn));
    await user.click(await button(words.openAgain));
    signIn.fails(new SignInError("timedOut", "timed_out"), 0);
    expect(await screen.findByText(words.openTitle)).toBeDefined();
    expect(screen.queryByText(words.faults.timedOut.title)).toBeNull();
    signIn.signsIn("p-alex");
    await atHome();
    expect(signIn.asked).toHaveLength(2);
  });

  it("lets whoever the server does not know choose another account", async () => {
    const { signIn, user } = await showForWorkAccount("p-nobody");
    expect(await screen.findByText(words.refused("").title)).toBeDefined();
    await user.click(await button(words.signInOther));
    expect(signIn.asked).toEqual([{ fresh: false, another: true }]);
    signIn.signsIn("p-alex");
    await atHome();
  });

  it("says so where the server refuses an account that only a window gives, and asks no second time by itself", async () => {
    const { signIn, user } = await showForWorkAccount(undefined, (way) => {
      way.asksAlways = true;
    });
    await user.click(await button(words.signIn));
    signIn.signsIn("p-nobody");
    expect(await screen.findByText(words.refused("").title)).toBeDefined();
    await user.click(await button(words.signInOther));
    signIn.signsIn("p-alex");
    await atHome();
    expect(signIn.asked).toHaveLength(2);
  });

  it.each([
    [new TypeError("Failed to fetch"), strings.problems.unreachableTitle],
    [authError("odd_setting"), words.faults.failed.title],
  ])("can be tried again where %s keeps it from being set up", async (error, title) => {
    const { signIn, user } = await showForWorkAccount(undefined, (way) => {
      way.broken = error;
    });
    expect(await screen.findByText(title)).toBeDefined();
    signIn.broken = undefined;
    await user.click(await button(strings.retry));
    expect(await button(words.signIn)).toBeDefined();
  });

  it("lets whoever is of another organisation choose another account", async () => {
    const { signIn, user } = await showForWorkAccount();
    await user.click(await button(words.signIn));
    signIn.fails(new SignInError("otherOrganisation", "AADSTS50020"));
    await user.click(await button(words.signInOther));
    expect(signIn.asked[1]).toMatchObject({ another: true });
  });
});

describe("a sign-in that runs out in the middle of work", () => {
  async function atWork() {
    const shown = await showForWorkAccount("p-alex");
    await draftReport(shown.app);
    shown.app.actions.arrive(location.hash);
    await waitFor(() => expect(viewIn(shown.app).state).toBe("InReview"));
    return shown;
  }

  it("asks for it with a notice, and what was begun goes on afterwards", async () => {
    const { app, signIn, server, user } = await atWork();
    signIn.known = undefined;
    server.refusesAll = true;
    const { id } = viewIn(app);
    const revised = app.actions.revise("Shorter, please.");
    expect(await screen.findByText(words.expiredTitle)).toBeDefined();
    expect(viewIn(app).id).toBe(id);
    server.refusesAll = false;
    await user.click(await button(words.signInAgain));
    signIn.signsIn("p-alex");
    await revised;
    await waitFor(() => expect(screen.queryByText(words.openTitle)).toBeNull());
    const sent = server.requests.filter(({ url }) => url.endsWith("/revision"));
    expect(sent).toHaveLength(2);
    expect(await sent[1]?.text()).toBe(await sent[0]?.text());
  });

  it("keeps what was typed, also where the person does not sign in", async () => {
    const { app, signIn, server, user } = await showForWorkAccount("p-alex");
    await atHome();
    app.actions.arrive("#/start/client-email");
    const field = await screen.findByRole<HTMLInputElement>("textbox", { name: "Topic" });
    await user.type(field, "Kept");
    signIn.known = undefined;
    server.refusesAll = true;
    void app.actions.loadStops();
    const notice = (await screen.findByText(words.expiredTitle)).closest("[role=group]");
    expect(field.value).toBe("Kept");
    expect(screen.getByRole("textbox", { name: "Topic" })).toBe(field);
    if (!(notice instanceof HTMLElement)) throw new Error("The notice is no group.");
    await user.click(within(notice).getByRole("button", { name: strings.close }));
    await waitFor(() => expect(screen.queryByText(words.expiredTitle)).toBeNull());
    expect(app.store.getState().stops).toMatchObject({ status: "failed" });
    expect(field.value).toBe("Kept");
  });

  it("keeps back what was looked at meanwhile, to tell it in one report afterwards", async () => {
    const { app, signIn, server, user } = await atWork();
    signIn.known = undefined;
    server.refusesAll = true;
    void app.actions.loadStops();
    const again = await button(words.signInAgain);
    const look = { activeMilliseconds: 5_000, seen: [] };
    const before = server.requests.length;
    expect(await app.actions.looked(viewIn(app).id, 1, look)).toBe(false);
    expect(server.requests).toHaveLength(before);
    server.refusesAll = false;
    await user.click(again);
    signIn.signsIn("p-alex");
    await waitFor(() => expect(app.store.getState().signingIn).toBeUndefined());
  });

  it("does not let somebody else go on with it", async () => {
    const { app, signIn, server, user } = await atWork();
    signIn.known = undefined;
    server.refusesAll = true;
    void app.actions.loadStops();
    const again = await button(words.signInAgain);
    server.refusesAll = false;
    await user.click(again);
    signIn.signsIn("p-rita");
    expect(await screen.findByText(words.faults.otherPerson.title)).toBeDefined();
    expect(app.store.getState().me?.id).toBe("p-alex");
  });

  it("is asked for within an open dialog, because the pane behind it is out of reach", async () => {
    const { app, signIn, server, user } = await atWork();
    signIn.known = undefined;
    server.refusesAll = true;
    const onAction = async () => {
      await app.services.api.stops();
    };
    render(
      <AppContext value={app}>
        <FormDialog title="Stops" action="Do it" onAction={onAction} onClose={() => undefined}>
          Looks them up.
        </FormDialog>
      </AppContext>,
    );
    await user.click(await button("Do it"));
    const dialog = within(await screen.findByRole("dialog"));
    server.refusesAll = false;
    await user.click(await dialog.findByRole("button", { name: words.signInAgain }));
    signIn.signsIn("p-alex");
    await waitFor(() => expect(dialog.queryByText(words.openTitle)).toBeNull());
    expect(server.requests.filter(({ url }) => url.endsWith("/stops")).length).toBeGreaterThan(1);
  });
});

describe("a step that needs a sign-in of just now", () => {
  it("asks for it where the server does (RFC 9470), with proof of who it is, and is done then", async () => {
    const { app, signIn, server, user } = await showForWorkAccount("p-alex");
    await atHome();
    server.wantsFresh = /\/stops$/;
    const loaded = app.actions.loadStops();
    expect(await screen.findByText(words.freshTitle)).toBeDefined();
    await user.click(await button(words.signInAgain));
    expect(signIn.asked).toEqual([{ fresh: true, another: false }]);
    signIn.signsIn("p-alex");
    await loaded;
    expect(app.store.getState().stops).toMatchObject({ status: "ready" });
  });

  it("opens the window at once where the person has just pressed something that says so", async () => {
    const { app, signIn } = await showForWorkAccount("p-alex");
    await atHome();
    const again = app.services.api.signInAgain();
    expect(signIn.asked).toEqual([{ fresh: true, another: false }]);
    signIn.signsIn("p-alex");
    await again;
    await waitFor(() => expect(screen.queryByText(words.openTitle)).toBeNull());
  });

  it("goes on waiting where that window was blocked or closed, until the person gives it up", async () => {
    const { app, signIn, user } = await showForWorkAccount("p-alex");
    await atHome();
    const again = app.services.api.signInAgain();
    signIn.fails(new SignInError("blocked", "popup_window_error"));
    expect(await screen.findByText(words.faults.blocked.title)).toBeDefined();
    await user.click(await button(words.signInAgain));
    expect(await screen.findByText(words.openTitle)).toBeDefined();
    const failed = expect(again).rejects.toMatchObject({ kind: "signedOut" });
    await user.click(await button(strings.close));
    await failed;
    expect(signIn.asked).toHaveLength(2);
  });
});

describe("who is signed in with a work account", () => {
  it("signs out in the menu, where nobody can switch to another person", async () => {
    const { signIn, user } = await showForWorkAccount("p-alex");
    await user.click(await button(words.account("Alex Meyer")));
    expect(screen.queryByText(strings.workbench.switchHint)).toBeNull();
    await user.click(await screen.findByRole("menuitem", { name: words.signOut }));
    await waitFor(() => expect(signIn.signedOut).toBe(1));
  });

  it("is asked before what was typed is left behind", async () => {
    const { app, signIn } = await showForWorkAccount("p-alex");
    app.actions.setUnsaved(true);
    await app.actions.signOut();
    expect(signIn.signedOut).toBe(0);
    app.actions.leave(true);
    await waitFor(() => expect(signIn.signedOut).toBe(1));
  });

  it("leaves no token on the device", async () => {
    const { app, signIn, user } = await showForWorkAccount();
    await user.click(await button(words.signIn));
    signIn.signsIn("p-alex");
    await atHome();
    await draftReport(app);
    const kept = [localStorage, sessionStorage].flatMap((storage) =>
      Array.from({ length: storage.length }, (_, at) => storage.getItem(storage.key(at) ?? "")),
    );
    expect(kept.filter((value) => value?.includes("p-alex"))).toEqual([]);
  });
});
