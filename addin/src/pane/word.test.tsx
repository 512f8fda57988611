import { screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { WordHost } from "../host/WordHost";
import { strings } from "../strings";
import { approve, until, viewIn, type TestApp } from "../testing/builders";
import { profiles } from "../testing/office/profiles";
import { openWord } from "../testing/office/word/testing";
import { simulateWord, type WordOptions } from "../testing/office/word/word";
import type { WordDocument } from "../testing/office/word/wordDocument";
import { createApp } from "../store/app";
import { valueOf } from "../store/state";
import { showPage } from "../testing/showPage";
import { paragraph, run } from "../testing/wordParts";
import { kubernetesRecord, statusReport } from "../testing/workflows";

const words = strings.document;

const letter = { body: paragraph(run("Dear client,")) + paragraph(run("Regards")) };

/** The pane beside a letter, with the cursor in its first line. */
async function besideLetter(hash = "#/", options: Omit<WordOptions, "docx"> = {}, parts = letter) {
  const word = await openWord(parts, options);
  vi.stubGlobal("Word", word.Word);
  word.document.select({ paragraph: 0, offset: 12 });
  const host = new WordHost(word.office);
  const shown = await showPage("p-alex", hash, undefined, host);
  return { ...word, ...shown, host };
}

/** The same with a report drafted into it. */
async function drafted() {
  const beside = await besideLetter();
  await beside.app.actions.submit(statusReport, kubernetesRecord, ["p-rita"], {
    kind: "cursor",
  });
  await until(() => beside.app.store.getState().drafting === undefined);
  await settled(beside.app);
  return beside;
}

/** Waits until the document has followed. */
async function settled(app: TestApp) {
  await app.actions.follow(viewIn(app));
}

const changed = (xml: string) => xml.match(/<w:(?:ins|del) [^>]*>/g)?.length ?? 0;

/** What the document says, whatever is decided. */
const plain = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, t]) => t).join("");

afterEach(() => vi.unstubAllGlobals());

describe("C59 a report drafted into the open document", () => {
  it("asks where, and goes to the cursor", async () => {
    await besideLetter(`#/start/${statusReport.key}`);
    expect((await screen.findByRole<HTMLInputElement>("radio", { name: words.here })).checked).toBe(
      true,
    );
    expect(screen.queryByRole("button", { name: strings.input.chooseDocument })).toBeNull();
  });

  it("can go to a bookmark: the document's own are offered", async () => {
    const marked = (id: number, name: string, text: string) =>
      `<w:p><w:bookmarkStart w:id="${String(id)}" w:name="${name}"/>${run(text)}<w:bookmarkEnd w:id="${String(id)}"/></w:p>`;
    const { user, document } = await besideLetter(
      `#/start/${statusReport.key}`,
      {},
      {
        body: marked(1, "_Toc1", "Dear client,") + marked(2, "report", "Report:"),
      },
    );
    await user.click(await screen.findByRole("radio", { name: words.bookmark }));
    const field = await screen.findByRole("combobox", { name: new RegExp(words.bookmarkName) });
    await waitFor(() =>
      expect([...field.querySelectorAll("option")].map(({ text }) => text)).toEqual(["", "report"]),
    );
    await user.click(screen.getByRole("button", { name: strings.input.example }));
    const rita = screen.getByRole<HTMLInputElement>("checkbox", { name: /Rita/ });
    if (!rita.checked) await user.click(rita);
    await user.click(screen.getByRole("button", { name: strings.input.submit }));
    await waitFor(() => expect(window.document.activeElement).toBe(field));
    expect(await screen.findByText(strings.input.required)).toBeTruthy();
    await user.selectOptions(field, "report");
    expect(field).toHaveProperty("value", "report");
    expect(document.bodyXml).not.toContain("w:sdt");
  });

  it("is told where Word does not say which bookmarks there are", async () => {
    const { user, faults } = await besideLetter(`#/start/${statusReport.key}`);
    faults.closesAt(1, "rejects");
    await user.click(await screen.findByRole("radio", { name: words.bookmark }));
    expect(await screen.findByText(words.notRead)).toBeTruthy();
    expect(screen.queryByText(words.noBookmark)).toBeNull();
  });

  it("is told how to get a bookmark where there is none", async () => {
    const { user } = await besideLetter(`#/start/${statusReport.key}`);
    await user.click(await screen.findByRole("radio", { name: words.bookmark }));
    expect(await screen.findByText(words.noBookmark)).toBeTruthy();
  });

  it("stands there as tracked changes, between what was there", async () => {
    const { document } = await drafted();
    const xml = document.bodyXml;
    expect(changed(xml)).toBeGreaterThan(3);
    expect(xml.indexOf("Dear client,")).toBeLessThan(xml.indexOf("<w:ins "));
    expect(xml.indexOf("Regards")).toBeGreaterThan(xml.lastIndexOf("<w:ins "));
    expect(document.changeTrackingMode).toBe("Off");
  });

  it("has its findings as comments", async () => {
    const { document, app } = await drafted();
    expect(viewIn(app).findings.length).toBeGreaterThan(0);
    expect(document.bodyXml.match(/commentReference/g)).toHaveLength(viewIn(app).findings.length);
  });

  it("is told of where a document can't be written, and nothing is drafted elsewhere", async () => {
    const { app } = await besideLetter("#/", { readOnly: true });
    await app.actions.submit(statusReport, kubernetesRecord, ["p-rita"], { kind: "cursor" });
    await waitFor(() => expect(app.store.getState().notice?.title).toBe(words.notHandedIn));
    expect(app.requests.some(({ url }) => url.endsWith("/draft"))).toBe(false);
  });

  it("goes elsewhere where this Word can't show tracked changes, and says why", async () => {
    await besideLetter(`#/start/${statusReport.key}`, { profile: profiles.word2019 });
    expect(await screen.findByText(words.tooOld)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>("radio", { name: words.here }).disabled).toBe(true);
  });
});

describe("C62 a decision", () => {
  it("of the pane is in the document", async () => {
    const { app, document } = await drafted();
    await app.actions.switchPerson("p-rita");
    const [first] = viewIn(app).changes;
    const before = changed(document.bodyXml);
    await app.actions.decide(first?.id ?? "", "Accepted");
    await settled(app);
    expect(changed(document.bodyXml)).toBeLessThan(before);
    expect(document.bodyXml).toContain(first?.text.slice(0, 20));
  });

  it("of Word's ribbon is in the pane, and is looked at before anything is signed", async () => {
    const { app, Word } = await drafted();
    await app.actions.switchPerson("p-rita");
    await Word.run(async (context) => {
      context.document.body.getTrackedChanges().acceptAll();
      await context.sync();
    });
    const signatures = () => app.requests.filter(({ url }) => url.endsWith("/signature")).length;
    await app.actions.sign();
    expect(viewIn(app).changes.every(({ decision }) => decision === "Accepted")).toBe(true);
    expect(signatures()).toBe(0);
    expect(await app.actions.readDocument()).toBe(false);
  });
});

/** The application of another pane on the same document and server. */
async function another(app: TestApp, document: WordDocument) {
  const word = await simulateWord({ docx: document });
  vi.stubGlobal("Word", word.Word);
  const host = new WordHost(word.office);
  return { host, next: createApp({ ...app.services, host }) };
}

describe("C91 two panes on one document", () => {
  it("know what each other put in, and take nothing back", async () => {
    const { app, document } = await drafted();
    await app.actions.switchPerson("p-rita");
    const { host } = await another(app, document);
    const { id, changes } = viewIn(app);
    expect(await host.document.marked()).toBe(id);
    await app.actions.decide(changes[0]?.id ?? "", "Rejected");
    await settled(app);
    const { sections } = await app.services.api.sections(id);
    expect(await host.document.changed(sections.map(({ tag }) => tag))).toEqual([]);
    const xml = document.bodyXml;
    await host.document.put(sections);
    expect(document.bodyXml).toBe(xml);
  });
});

describe("C93 a Word that is closed while a decision is put in", () => {
  it("loses nothing: the pane that is opened next goes on", async () => {
    const { app, document, faults } = await drafted();
    await app.actions.switchPerson("p-rita");
    const { id, changes } = viewIn(app);
    const shown = changed(document.bodyXml);
    faults.closesAt(1, "rejects");
    await app.actions.decide(changes[0]?.id ?? "", "Accepted");
    await settled(app);
    expect(app.store.getState().notice?.title).toBe(words.notShown);
    expect(changed(document.bodyXml)).toBe(shown);
    const { next } = await another(app, document);
    location.hash = "#/";
    await next.actions.start();
    next.actions.arrive(location.hash);
    await waitFor(() => expect(valueOf(next.store.getState().handoff)?.id).toBe(id));
    await next.actions.lookAgain();
    const view = valueOf(next.store.getState().handoff);
    if (!view) throw new Error("There is no handoff.");
    await next.actions.follow(view);
    expect(view.changes[0]?.decision).toBe("Accepted");
    expect(changed(document.bodyXml)).toBeLessThan(shown);
  });
});

describe("C94 a draft that comes to nothing", () => {
  it("is out of the document again, and the document says what it said", async () => {
    const { app, document } = await drafted();
    await app.actions.finishByHand("It is quicker by hand.");
    expect(changed(document.bodyXml)).toBe(0);
    expect(document.bodyXml).not.toContain("commentReference");
    const headings = statusReport.output.sections.map(({ heading }) => heading ?? "").join("");
    expect(plain(document.bodyXml)).toBe(`Dear client,${headings}Regards`);
  });
});

describe("C63 an approved document", () => {
  it("is sealed where it is open", async () => {
    const { app, document, user } = await drafted();
    await approve(app);
    await settled(app);
    await app.actions.switchPerson("p-alex");
    await user.click(await screen.findByRole("button", { name: words.seal }));
    expect(await screen.findAllByText(words.sealedTitle)).not.toEqual([]);
    expect(changed(document.bodyXml)).toBe(0);
    expect(document.bodyXml).not.toContain("commentReference");
    expect(viewIn(app).state).toBe("Released");
    const { default: JSZip } = await import("jszip");
    const zip = await JSZip.loadAsync(await document.file());
    const parts = await Promise.all(
      Object.values(zip.files).map(async (part) =>
        (await part.async("text")).includes("https://handoffoffice.dev/seal/1"),
      ),
    );
    expect(parts.filter(Boolean).length).toBeGreaterThan(0);
  });

  it("says so when it is opened again, and how it was changed since", async () => {
    const { app, Word, document } = await drafted();
    await approve(app);
    await settled(app);
    await app.actions.switchPerson("p-alex");
    await app.actions.sealDocument();
    const { id } = viewIn(app);
    const comparisons = () => app.requests.filter(({ url }) => url.endsWith("/comparison")).length;
    app.store.setState({ sealedHere: undefined });
    app.actions.arrive("#/");
    await app.actions.openMarkedDocument();
    await waitFor(() => expect(viewIn(app).id).toBe(id));
    expect(await screen.findAllByText(words.sealedTitle)).not.toEqual([]);
    expect(comparisons()).toBe(1);
    // Nothing was changed, so nothing is sent.
    await app.actions.lookAgain();
    expect(comparisons()).toBe(1);
    const [first] = statusReport.output.sections;
    const text = document.bodyXml;
    await Word.run(async (context) => {
      const found = context.document.contentControls.getByTag(first?.key ?? "").getFirst();
      found.insertText("We promise a refund.", "Replace");
      await context.sync();
    });
    expect(document.bodyXml).not.toBe(text);
    await app.actions.lookAgain();
    expect(await screen.findByText(words.editedTitle)).toBeTruthy();
    expect(screen.getByText(/It says something else\./)).toBeTruthy();
  });

  it("of others is said to be sealed, and nothing of theirs is shown", async () => {
    const { app, host } = await besideLetter();
    await host.document.putPart(
      `<seal xmlns="https://handoffoffice.dev/seal/1">{"handoffId":"0195d0aa-0000-7000-8000-00000000dead"}</seal>`,
      "https://handoffoffice.dev/seal/1",
    );
    await app.actions.openMarkedDocument();
    expect(await screen.findByText(words.foreignSeal)).toBeTruthy();
    expect(app.store.getState().route).toEqual({ screen: "home" });
  });

  it("is not sealed with another text in it", async () => {
    const { app, Word } = await drafted();
    await approve(app);
    await settled(app);
    await app.actions.switchPerson("p-alex");
    await Word.run(async (context) => {
      const [first] = statusReport.output.sections;
      const found = context.document.contentControls.getByTag(first?.key ?? "").getFirst();
      found.insertText("We promise a refund.", "Replace");
      await context.sync();
    });
    await app.actions.sealDocument();
    expect(app.store.getState().notice?.code).toBe("open-document-differs");
    expect(viewIn(app).state).toBe("Approved");
  });
});

describe("A pane that is opened again beside the document", () => {
  it("opens its handoff and goes on", async () => {
    const { app, host, document } = await drafted();
    const { id } = viewIn(app);
    const again = new WordHost((await openWord({ body: "" })).office);
    expect(await again.document.marked()).toBe(id);
    location.hash = "#/";
    app.actions.arrive("#/");
    await app.actions.openMarkedDocument();
    await waitFor(() => expect(viewIn(app).id).toBe(id));
    expect(host.document.canTrack).toBe(true);
    expect(changed(document.bodyXml)).toBeGreaterThan(0);
  });
});
