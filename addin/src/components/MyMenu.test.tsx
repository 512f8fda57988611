import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { AccountMenu } from "../identity/AccountMenu";
import { Header } from "../pane/Header";
import { AppContext } from "../store/context";
import { strings } from "../strings";
import { axeFinds } from "../testing/axe";
import { startApp } from "../testing/builders";
import { TopBar } from "../workbench/TopBar";
import "../testing/loaded";

const menus = ["pane", "bar", "account"] as const;

/** Opens the menu at one's name: in a task pane, among the local people of a browser, and there with a work account. */
async function open(menu: (typeof menus)[number]) {
  const app = await startApp();
  const { me } = app.store.getState();
  if (!me) throw new Error("Nobody is signed in.");
  Object.defineProperty(app.services.tokens, "canSignOut", { value: true });
  render(
    <FluentProvider theme={webLightTheme}>
      <AppContext value={app}>
        {menu === "pane" && <Header title="Home" atHome person={me} />}
        {menu === "bar" && (
          <TopBar theme={{ theme: webLightTheme, dark: false, choice: "light" }} />
        )}
        {menu === "account" && <AccountMenu me={me} />}
      </AppContext>
    </FluentProvider>,
  );
  const saved = vi.spyOn(app.services.host, "save").mockImplementation(() => undefined);
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: /Alex Meyer/ }));
  // One list has all of it: the arrow keys go through a list, and Tab leaves the menu.
  const item = within(await screen.findByRole("menu")).getByRole("menuitem", {
    name: strings.downloadMyData,
  });
  return { app, saved, user, item };
}

describe("C81 one's own data", () => {
  it.each(menus)("is an item of the menu at one's name: %s", async (menu) => {
    const { app, saved, user, item } = await open(menu);
    await user.click(item);
    await waitFor(() => expect(saved).toHaveBeenCalledTimes(1));
    const [file] = saved.mock.calls[0] ?? [];
    expect(await file?.blob.text()).toContain("Alex Meyer");
    expect(app.store.getState().announcement).toBe(strings.told.saved(file?.name ?? ""));
  });

  it.each(menus)("says in the open menu why there is none: %s", async (menu) => {
    const { app, saved, user, item } = await open(menu);
    vi.spyOn(app.services.api, "personsData").mockRejectedValue(new TypeError("Failed to fetch"));
    await user.click(item);
    expect(await screen.findByText(strings.problems.unreachableTitle)).toBeTruthy();
    expect(within(screen.getByRole("menu")).getByText(strings.downloadMyData)).toBeTruthy();
    expect(saved).not.toHaveBeenCalled();
    expect(await axeFinds(document.body)).toEqual([]);
    await user.keyboard("{Escape}");
    await user.click(await screen.findByRole("button", { name: /Alex Meyer/ }));
    await screen.findByRole("menu");
    expect(screen.queryByText(strings.problems.unreachableTitle)).toBeNull();
  });
});
