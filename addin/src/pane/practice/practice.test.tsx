import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { showPage } from "../../testing/showPage";
import { practiceCommandOf } from "./keys";

const address = "#/practice/client-status-report";
const rows = async () =>
  within(await screen.findByRole("region", { name: "Text" })).getAllByRole("listitem");
const key = (name: string) => fireEvent.keyDown(document.body, { key: name });

/** Marks the four sentences by keyboard, and reads on after each. */
async function answerAll(marks: readonly ("w" | "r")[]) {
  await rows();
  for (const [index, mark] of marks.entries()) {
    key(mark);
    await screen.findByText(new RegExp(`^${String(index + 1)} of 4 answered`));
    key("Enter");
  }
}

describe("C45 practice", () => {
  it("tells at once what was planted, where, and what the record says", async () => {
    await showPage("p-rita", address);
    await rows();
    expect(screen.queryByText(/14 June 2024.*truth/)).toBeNull();
    key("w");
    expect(await screen.findByText("Caught: A wrong date")).toBeTruthy();
    expect(screen.getByText('It says "3 July 2024", the truth is "14 June 2024".')).toBeTruthy();
    expect(screen.getByText("The record says: Milestone 1: date: 14 June 2024.")).toBeTruthy();
  });

  it("goes by keyboard from sentence to sentence, and takes no second answer", async () => {
    const { app } = await showPage("p-rita", address);
    expect((await rows())[0]?.getAttribute("aria-current")).toBe("true");
    key("j");
    expect((await rows())[1]?.getAttribute("aria-current")).toBe("true");
    key("k");
    key("r");
    expect(await screen.findByText("Missed: A wrong date")).toBeTruthy();
    key("w");
    expect(app.requests.filter(({ method }) => method === "PUT")).toHaveLength(1);
  });

  it("is marked with the buttons as well", async () => {
    const { user } = await showPage("p-rita", address);
    const second = (await rows())[1] as HTMLElement;
    await user.click(within(second).getByRole("button", { name: "Wrong" }));
    expect(await within(second).findByText("This one is right")).toBeTruthy();
  });

  it("shows no score before the last answer, then the score and what is enough", async () => {
    const { user } = await showPage("p-rita", address);
    await rows();
    expect(screen.getByText("4 sentences are still to be answered.")).toBeTruthy();
    await answerAll(["w", "r", "w", "w"]);
    await user.click(screen.getByRole("button", { name: "Show my score" }));
    expect(await screen.findByText(/2 of 2 errors caught, 1 of 2 right sentences/)).toBeTruthy();
    expect(await screen.findByText("One more time")).toBeTruthy();
    expect(screen.getByText(/at least 80 % of the errors caught/)).toBeTruthy();
  });

  it("three good practices are enough, and the designer sees who has them", async () => {
    const { app, user } = await showPage("p-rita", address);
    for (let practices = 0; practices < 3; practices++) {
      await answerAll(["w", "r", "w", "r"]);
      await user.click(screen.getByRole("button", { name: "Show my score" }));
      await screen.findByRole("heading", { name: "Your score" });
      if (practices < 2) {
        await user.click(screen.getByRole("button", { name: "Practise again" }));
        await screen.findByText(/^0 of 4 answered/);
      }
    }
    expect(await screen.findByText("You have practised enough")).toBeTruthy();
    await app.actions.switchPerson("p-dana");
    app.actions.navigate({ screen: "workflow", key: "client-status-report", tab: "training" });
    expect(await screen.findByText(/^Trained /)).toBeTruthy();
    expect(screen.getByText("6 of 6 errors caught")).toBeTruthy();
  });

  it("is begun from the card of its workflow", async () => {
    const { user } = await showPage("p-rita", "#/");
    await user.click(await screen.findByRole("button", { name: /^Practise Client status report/ }));
    await waitFor(() => expect(location.hash).toBe(address));
    expect(await rows()).toHaveLength(4);
  });

  it("has no fault that axe finds", async () => {
    await showPage("p-rita", address);
    await rows();
    key("w");
    await screen.findByText("Caught: A wrong date");
    // Without a layout there are no colours to compare.
    const found = await axe.run(document.body, {
      rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
    });
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  it("leads back to the review that waits for it", async () => {
    const { user } = await showPage("p-rita", `${address}?version=1&for=h-1`);
    await answerAll(["r", "r", "r", "r"]);
    key("Enter");
    await user.click(await screen.findByRole("button", { name: "Back to the review" }));
    expect(location.hash).toBe("#/handoffs/h-1");
  });

  it("takes no letters from who has turned them off", () => {
    const commandFor = (name: string) =>
      practiceCommandOf(new KeyboardEvent("keydown", { key: name }), false);
    expect([commandFor("w"), commandFor("r"), commandFor("ArrowDown")]).toEqual([
      undefined,
      undefined,
      "next",
    ]);
  });

  it("leaves the Enter that presses a button to the button", () => {
    const button = document.body.appendChild(document.createElement("button"));
    let command: string | undefined = "none";
    button.addEventListener("keydown", (event) => (command = practiceCommandOf(event)));
    fireEvent.keyDown(button, { key: "Enter" });
    expect(command).toBeUndefined();
    button.remove();
  });
});
