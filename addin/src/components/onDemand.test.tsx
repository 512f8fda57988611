import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppContext } from "../store/context";
import { strings } from "../strings";
import { startApp } from "../testing/builders";
import { NotLoadedError } from "./ErrorBoundary";
import { onDemand } from "./onDemand";

/** What Chromium says. */
const lost = () => new TypeError("Failed to fetch dynamically imported module: /assets/Part.js");

const Part = ({ name }: { readonly name: string }) => <p>Part of {name}</p>;

async function show(children: ReactNode) {
  const app = await startApp();
  // React goes on with what waits for a promise only where the act is waited for.
  await act(async () => {
    render(
      <FluentProvider theme={webLightTheme}>
        <AppContext value={app}>
          <p>Around it</p>
          {children}
        </AppContext>
      </FluentProvider>,
    );
    await Promise.resolve();
  });
  return { app, user: userEvent.setup() };
}

// React reports what a boundary caught.
beforeEach(() => void vi.spyOn(console, "error").mockReturnValue(undefined));

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("A part on demand", () => {
  it("is shown when it has come, and something in its shape before", async () => {
    let come: (part: typeof Part) => void = () => undefined;
    const coming = new Promise<typeof Part>((resolve) => (come = resolve));
    const Shown = onDemand(["work"], () => coming, { meanwhile: () => <i>Coming</i> });
    await show(<Shown name="Home" />);
    expect(screen.getByText("Coming")).toBeTruthy();
    await act(async () => {
      come(Part);
      await coming;
    });
    expect(await screen.findByText("Part of Home")).toBeTruthy();
    expect(screen.queryByText("Coming")).toBeNull();
  });

  it("that was fetched ahead is there at once", async () => {
    const Shown = onDemand([], () => Promise.resolve(Part), { meanwhile: () => <i>Coming</i> });
    await Shown.load();
    await show(<Shown name="Home" />);
    expect(screen.getByText("Part of Home")).toBeTruthy();
  });

  it("that can't be had is told of in its place, and loads the page anew once the server is there", async () => {
    const answers = [() => Promise.reject(new TypeError("offline")), () => new Response()];
    vi.stubGlobal("fetch", async () => answers.shift()?.());
    const reload = vi.spyOn(location, "reload").mockReturnValue(undefined);
    const Shown = onDemand([], () => Promise.reject<typeof Part>(lost()));
    const { app, user } = await show(<Shown name="Home" />);
    expect(await screen.findByText(strings.problems.notLoadedTitle)).toBeTruthy();
    expect(screen.getByText("Around it")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: strings.retry }));
    await vi.waitFor(() =>
      expect(app.store.getState().announcement).toBe(strings.problems.notLoadedTitle),
    );
    expect(reload).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: strings.retry }));
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
  });

  it("that nobody needs leaves what was there", async () => {
    const Shown = onDemand([], () => Promise.reject<typeof Part>(lost()), {
      meanwhile: () => <i>Instead</i>,
      spare: true,
    });
    await show(<Shown name="Home" />);
    expect(await screen.findByText("Instead")).toBeTruthy();
    expect(screen.queryByText(strings.problems.notLoadedTitle)).toBeNull();
  });

  it("that could not be fetched ahead is tried again when somebody goes there", async () => {
    let tries = 0;
    const Shown = onDemand([], () =>
      ++tries === 1 ? Promise.reject<typeof Part>(lost()) : Promise.resolve(Part),
    );
    await expect(Shown.load()).rejects.toBeInstanceOf(NotLoadedError);
    await show(<Shown name="Home" />);
    expect(await screen.findByText("Part of Home")).toBeTruthy();
  });

  it("with a bug in it is no matter of the connection", async () => {
    const bug = new TypeError("undefined is not a function");
    const Shown = onDemand([], () => Promise.reject<typeof Part>(bug));
    await expect(Shown.load()).rejects.toBe(bug);
    await show(<Shown name="Home" />);
    expect(await screen.findByText(strings.problems.crashTitle)).toBeTruthy();
  });
});
