import type { Element, Node } from "@xmldom/xmldom";
import { Refusal } from "./errors";
import type { Package } from "./package";
import type { WordDocument } from "./wordDocument";
import {
  append,
  attr,
  child,
  children,
  descendants,
  detach,
  isElement,
  isWord,
  nodesOf,
  relationshipNamespace,
  setAttr,
} from "./xml";

const revisions = ["ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"];

const below = (blocks: readonly Element[], ...names: readonly string[]): Element[] =>
  blocks.flatMap((block) => [
    ...(isWord(block, ...names) ? [block] : []),
    ...descendants(block, ...names),
  ]);

/** The styles that blocks name and the document does not have. */
export function takeStyles(
  source: Package,
  main: string,
  blocks: readonly Element[],
  document: WordDocument,
): void {
  const [from, to] = [
    source.related(main, "styles"),
    document.parts.related(document.main, "styles"),
  ];
  if (from === undefined || to === undefined) return;
  const styles = document.parts.root(to);
  const known = new Set(children(styles, "style").map((each) => attr(each, "styleId")));
  const wanted = new Set(
    below(blocks, "pStyle", "rStyle", "tblStyle").map((each) => attr(each, "val")),
  );
  for (const style of children(source.root(from), "style")) {
    const id = attr(style, "styleId");
    if (wanted.has(id) && !known.has(id)) append(styles, importInto(styles, style));
  }
}

function importInto(part: Element, node: Element): Node {
  const owner = part.ownerDocument;
  if (!owner) throw new Error("The part has no document.");
  return owner.importNode(node, true);
}

const commentMarks = ["commentRangeStart", "commentRangeEnd", "commentReference"];

/** The comments that hang in blocks, with new ids; marks of comments that do not come along go. */
export function takeComments(
  source: Package,
  main: string,
  blocks: readonly Element[],
  document: WordDocument,
): void {
  const from = source.related(main, "comments");
  const given = from === undefined ? [] : children(source.root(from), "comment");
  for (const mark of below(blocks, ...commentMarks))
    if (!given.some((each) => attr(each, "id") === attr(mark, "id"))) detach(mark);
  const into = given.length > 0 ? commentsRoot(document) : undefined;
  for (const comment of given) {
    const id = attr(comment, "id") ?? "";
    const marks = below(blocks, ...commentMarks).filter((each) => attr(each, "id") === id);
    if (!into || marks.length === 0) continue;
    const fresh = freshCommentId(into);
    const taken = importInto(into, comment);
    if (isElement(taken)) setAttr(taken, "id", fresh);
    append(into, taken);
    // In two steps: a new id may be one that another comment of the package still has.
    for (const mark of marks) setAttr(mark, "id", `new-${fresh}`);
  }
  for (const mark of below(blocks, ...commentMarks))
    setAttr(mark, "id", (attr(mark, "id") ?? "").replace("new-", ""));
}

const comments = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/** The comments of a document; the part is made where there is none. */
export function commentsRoot(document: WordDocument): Element {
  const name = document.parts.related(document.main, "comments");
  if (name !== undefined) return document.parts.root(name);
  const made = document.main.replace(/[^/]+$/, "comments.xml");
  const { prefix, namespaceURI } = document.root;
  const tag = prefix ? `${prefix}:comments` : "comments";
  document.parts.add(
    made,
    comments,
    `<${tag} xmlns${prefix ? `:${prefix}` : ""}="${namespaceURI ?? ""}"/>`,
  );
  document.parts.relate(document.main, `${relationshipNamespace}/comments`, made);
  return document.parts.root(made);
}

/** An id that no comment has. */
export function freshCommentId(root: Element): string {
  const ids = children(root, "comment").map((each) => Number(attr(each, "id")));
  return String(Math.max(-1, ...ids) + 1);
}

/** Pictures, hyperlinks and the like: what an `r:` attribute leads to comes along. */
export function takeRelated(
  source: Package,
  main: string,
  blocks: readonly Element[],
  document: WordDocument,
): void {
  const related = new Map(source.relationships(main).map((each) => [each.id, each]));
  for (const element of blocks.flatMap((block) => [block, ...everything(block)]))
    for (const attribute of [...element.attributes]) {
      if (attribute.namespaceURI !== relationshipNamespace) continue;
      const found = related.get(attribute.value);
      if (!found) throw new Refusal("InvalidArgument");
      const target = found.external ? found.target : takePart(source, found.target, document);
      attribute.value = document.parts.relate(document.main, found.type, target, found.external);
    }
}

function* everything(element: Element): Generator<Element> {
  for (const node of nodesOf(element))
    if (isElement(node)) {
      yield node;
      yield* everything(node);
    }
}

function takePart(source: Package, name: string, document: WordDocument): string {
  let free = name;
  for (let number = 1; document.parts.has(free); number++)
    free = name.replace(/(\.\w+)?$/, `-${number}$1`);
  const type = source.contentType(name) ?? "application/octet-stream";
  document.parts.add(free, type, source.bytes(name));
  return free;
}

/** A tracked change or a control whose id the document has already gets another. */
export function freshIds(blocks: readonly Element[], document: WordDocument): void {
  const used = new Set(
    document.stories.flatMap((story) =>
      [...descendants(story, ...revisions)].map((each) => attr(each, "id")),
    ),
  );
  for (const each of below(blocks, ...revisions))
    if (used.has(attr(each, "id"))) setAttr(each, "id", document.newId());
  const controls = new Set(
    document.stories.flatMap((story) => [...descendants(story, "sdt")].map(controlId)),
  );
  for (const each of below(blocks, "sdt")) {
    const id = child(child(each, "sdtPr"), "id");
    if (id && controls.has(controlId(each))) setAttr(id, "val", document.newId());
  }
}

const controlId = (control: Element) => attr(child(child(control, "sdtPr"), "id"), "val");
