import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { article } from "../../testing/fakeTogether";
import { showPage } from "../../testing/showPage";
import { until } from "../../testing/builders";
import { valueOf } from "../../store/state";

const record = article.examples.at(0)?.record ?? {};

async function open(prepare?: Parameters<typeof showPage>[2]) {
  const page = await showPage("p-alex", "#/", prepare);
  await page.app.actions.submit(article, record, ["p-alex"], undefined);
  await screen.findByRole("heading", { name: "Write it together" });
  return page;
}

const opening = () =>
  screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Your text: Opening" });
const view = () => screen.getByRole("textbox", { name: "Your text: What it means" });

describe("C10, C19: a person and the AI write one text at once", () => {
  it("shows every section with whose it is, and only the author's take words", async () => {
    await open();
    const facts = screen.getByRole("region", { name: "What happened" });
    expect(within(facts).getByText("The AI's")).toBeTruthy();
    expect(within(facts).queryByRole("textbox")).toBeNull();
    expect(screen.getAllByRole("textbox")).toHaveLength(2);
  });

  it("keeps what is written while the AI writes, and merges when the author is done last", async () => {
    const { app, user } = await open();
    await user.type(opening(), "I saw it.");
    await user.click(screen.getByRole("button", { name: "Have the AI write now" }));
    await screen.findAllByText(/The AI's sections are there/);
    expect(opening().value).toBe("I saw it.");
    await user.type(view(), "It matters.");
    await user.click(screen.getByRole("button", { name: "My sections are done" }));
    await screen.findByRole("heading", { name: "Check the draft" });
    expect(valueOf(app.store.getState().handoff)?.text?.map((sentence) => sentence.text)).toEqual([
      "I saw it.",
      "The roof was closed.",
      "Racks came.",
      "It matters.",
    ]);
  });

  it("C21: who hands in first has the AI go by how they write", async () => {
    const { user } = await open();
    await user.type(opening(), "I saw it.");
    await user.type(view(), "It matters.");
    await user.click(screen.getByRole("button", { name: "Done: have the AI write the rest" }));
    expect(await screen.findByRole("heading", { name: "Check the draft" })).toBeTruthy();
  });

  it("says which section is still empty", async () => {
    const { user } = await open();
    await user.type(opening(), "I saw it.");
    expect(screen.getByText("Still empty: What it means.")).toBeTruthy();
  });

  it("keeps the words on screen where they could not be kept, and tries again", async () => {
    const { app, user } = await open();
    const broken = vi.spyOn(app.fake, "fetch").mockRejectedValue(new TypeError("offline"));
    await user.type(opening(), "I saw it.");
    await screen.findAllByText(/Not kept yet/);
    expect(opening().value).toBe("I saw it.");
    broken.mockRestore();
    await user.type(opening(), " Twice.");
    await waitFor(() => expect(screen.getAllByText("Kept.")).toHaveLength(2));
    expect(valueOf(app.store.getState().handoff)?.parallel?.sections[0]?.text).toBe(
      "I saw it. Twice.",
    );
  });

  it("C22: the merged text has the author's sentences among the changes, to be put in other words", async () => {
    const { app, user } = await open();
    await user.type(opening(), "I saw it.");
    await user.type(view(), "It matters.");
    await user.click(screen.getByRole("button", { name: "Done: have the AI write the rest" }));
    await user.click(await screen.findByRole("button", { name: "Put in other words: I saw it." }));
    const box = screen.getByRole("textbox", { name: /Text of change/ });
    await user.clear(box);
    await user.type(box, "I saw it all.");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await until(() => valueOf(app.store.getState().handoff)?.text?.[0]?.text === "I saw it all.");
  });
});
