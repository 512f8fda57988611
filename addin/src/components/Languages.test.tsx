import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LeaveDialog } from "../design/LeaveDialog";
import { Header } from "../pane/Header";
import { AppContext } from "../store/context";
import { startApp, type TestApp } from "../testing/builders";
import { TopBar } from "../workbench/TopBar";
import "../testing/loaded";

const reload = vi.spyOn(location, "reload");

beforeEach(() => {
  reload.mockReset().mockImplementation(() => undefined);
});
afterEach(() => localStorage.clear());

async function show(part: "bar" | "pane"): Promise<TestApp> {
  const app = await startApp();
  const { me } = app.store.getState();
  render(
    <FluentProvider theme={webLightTheme}>
      <AppContext value={app}>
        {part === "bar" ? (
          <TopBar theme={{ theme: webLightTheme, dark: false, choice: "light" }} />
        ) : (
          <Header title="Home" atHome person={me} />
        )}
        <LeaveDialog />
      </AppContext>
    </FluentProvider>,
  );
  return app;
}

const choose = async (menu: string, language: string) => {
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: menu }));
  await user.click(await screen.findByRole("menuitemradio", { name: language }));
  return user;
};

const kept = () => localStorage.getItem("handoffoffice:language");

describe("choosing a language (C104)", () => {
  it.each([
    ["bar", "Language"],
    ["pane", "Signed in as Alex Meyer"],
  ] as const)("keeps it on the device and loads the page anew: in the %s", async (part, menu) => {
    await show(part);
    await choose(menu, "Deutsch");
    await waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
    expect(kept()).toBe("de");
  });

  it("does nothing where it is the language that is on", async () => {
    await show("bar");
    await choose("Language", "English");
    expect(reload).not.toHaveBeenCalled();
    expect(kept()).toBeNull();
  });

  it("no longer lets the address name another one, and keeps the rest of it", async () => {
    history.replaceState(null, "", "?lang=en&sends=busy#/admin");
    await show("bar");
    await choose("Language", "Deutsch");
    await waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
    expect(new URLSearchParams(location.search).get("lang")).toBeNull();
    expect(location.search).toContain("sends=busy");
  });

  it.each([
    ["Cancel", 0],
    ["Leave", 1],
  ])("asks first where something typed is not saved: %s", async (answer, times) => {
    const app = await show("bar");
    app.actions.setUnsaved(true);
    const user = await choose("Language", "Deutsch");
    await user.click(await screen.findByRole("button", { name: answer }));
    await waitFor(() => expect(screen.queryByRole("button", { name: answer })).toBeNull());
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(reload).toHaveBeenCalledTimes(times);
    expect(kept()).toBe(times === 0 ? null : "de");
  });

  it("waits for what is on its way to the server", async () => {
    const app = await show("bar");
    let answer = () => {};
    vi.spyOn(app.fake, "fetch").mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          answer = () => resolve(Response.json([]));
        }),
    );
    const call = app.services.api.people();
    await choose("Language", "Deutsch");
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(reload).not.toHaveBeenCalled();
    answer();
    await call;
    await waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
  });
});
