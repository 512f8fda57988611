import type JSZip from "jszip";
import type { ChangeComment, TrackedChange } from "./change";
import { openSimpleFields } from "./simpleFields";
import { readChanges, type Reading } from "./readChanges";
import { attr, childOf, childrenOf, textOf } from "./wordXml";

/** A document ready for the renderer, and what is tracked in it. */
export interface PreparedDocument {
  readonly file: Blob;
  readonly changes: readonly TrackedChange[];
}

/** Parts that show on the pages, in the order in which their changes are told (ECMA-376 Part 1, 11.3). */
const shown = ["header", "footer", "footnotes", "endnotes"];

/** Where a part's target leads: relative to its folder, or from the root (RFC 3986, 5.2). */
function resolve(part: string, target: string): string {
  return decodeURIComponent(new URL(target, `zip://package/${part}`).pathname.slice(1));
}

async function xml(zip: JSZip, path: string): Promise<Document | undefined> {
  const text = await zip.file(path)?.async("string");
  if (text === undefined) return undefined;
  const parsed = new DOMParser().parseFromString(text.replace(/^\uFEFF/, ""), "application/xml");
  // A part that is no XML is for the renderer to complain of, once.
  return parsed.querySelector("parsererror") ? undefined : parsed;
}

interface Relation {
  readonly kind: string;
  readonly path: string;
}

async function relationsOf(zip: JSZip, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf("/") + 1;
  const file = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const root = (await xml(zip, file))?.documentElement;
  return [...(root?.children ?? [])]
    .filter((each) => attr(each, "TargetMode") !== "External")
    .map((each) => ({
      kind: (attr(each, "Type") ?? "").split("/").at(-1) ?? "",
      path: resolve(part, attr(each, "Target") ?? ""),
    }));
}

function readComments(root: Element | undefined): Map<string, ChangeComment> {
  return new Map(
    (root ? childrenOf(root) : []).map((comment) => [
      attr(comment, "id") ?? "",
      {
        author: attr(comment, "author") ?? "",
        text: textOf(comment).replaceAll(/\s+/gu, " ").trim(),
      },
    ]),
  );
}

function readStyleNames(root: Element | undefined): Map<string, string> {
  return new Map(
    (root ? childrenOf(root) : []).map((style) => [
      attr(style, "styleId") ?? "",
      // The built-in ones are stored in lower case and shown with a capital.
      (attr(childOf(style, "name"), "val") ?? attr(style, "styleId") ?? "").replace(
        /^heading/u,
        "Heading",
      ),
    ]),
  );
}

/** Reads the tracked changes of a .docx and marks what they touch, so that the rendered elements can be told apart. */
export async function prepare(file: Blob): Promise<PreparedDocument> {
  const { default: Zip } = await import("jszip");
  const zip = await Zip.loadAsync(await file.arrayBuffer());
  const main = (await relationsOf(zip, "")).find(({ kind }) => kind === "officeDocument")?.path;
  if (main === undefined) return { file, changes: [] };
  const relations = await relationsOf(zip, main);
  const part = async (kind: string) => {
    const path = relations.find((relation) => relation.kind === kind)?.path;
    return path === undefined ? undefined : (await xml(zip, path))?.documentElement;
  };
  const styles = readStyleNames(await part("styles"));
  const reading: Omit<Reading, "inBody"> = {
    names: { style: (id) => styles.get(id) ?? id },
    comments: readComments(await part("comments")),
    changes: [],
  };
  const others = shown.flatMap((kind) => relations.filter((relation) => relation.kind === kind));
  for (const path of new Set([main, ...others.map((relation) => relation.path)])) {
    const document = await xml(zip, path);
    if (!document) continue;
    const before = reading.changes.length;
    const opened = openSimpleFields(document.documentElement);
    readChanges(document.documentElement, { ...reading, inBody: path === main });
    if (opened || reading.changes.length > before)
      zip.file(path, new XMLSerializer().serializeToString(document));
  }
  // Nobody keeps the file: packing it small would only cost time.
  const prepared = await zip.generateAsync({ type: "blob", compression: "STORE" });
  return { file: prepared, changes: reading.changes };
}
