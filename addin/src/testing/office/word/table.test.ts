import api from "virtual:office-api";
import { describe, expect, it } from "vitest";
import { memberOf } from "../strict";
import { wordClasses } from "./classes";
import { Faults } from "./faults";

const classes = wordClasses(new Faults("PC"));

const modelledMembers = Object.entries(classes)
  .flatMap(([name, { scalars, links, methods }]) => [
    ...Object.entries(scalars).map(([member, { set }]) => ({
      name,
      member,
      kind: "property",
      set,
    })),
    ...Object.keys(links).map((member) => ({ name, member, kind: "property", set: undefined })),
    ...Object.keys(methods).map((member) => ({ name, member, kind: "method", set: undefined })),
  ])
  .map((each) => ({ ...each, path: `${each.name}.${each.member}` }));

/** The requirement set of each member that the pane's host may call, as Microsoft documents it. */
const sets = {
  "WordApi 1.1": [
    "Word.Body.text",
    "Word.Body.paragraphs",
    "Word.Body.contentControls",
    "Word.Body.insertText",
    "Word.Body.insertParagraph",
    "Word.Body.insertOoxml",
    "Word.Body.getOoxml",
    "Word.Body.search",
    "Word.Body.insertContentControl",
    "Word.Body.select",
    "Word.Body.style",
    "Word.Document.body",
    "Word.Document.contentControls",
    "Word.Document.getSelection",
    "Word.Document.save",
    "Word.Range.text",
    "Word.Range.insertText",
    "Word.Range.insertOoxml",
    "Word.Range.delete",
    "Word.Range.search",
    "Word.Range.insertContentControl",
    "Word.Paragraph.text",
    "Word.Paragraph.insertOoxml",
    "Word.Paragraph.insertParagraph",
    "Word.Paragraph.delete",
    "Word.ContentControl.id",
    "Word.ContentControl.tag",
    "Word.ContentControl.title",
    "Word.ContentControl.appearance",
    "Word.ContentControl.cannotEdit",
    "Word.ContentControl.cannotDelete",
    "Word.ContentControl.color",
    "Word.ContentControl.placeholderText",
    "Word.ContentControl.delete",
    "Word.ContentControl.insertOoxml",
    "Word.ContentControlCollection.getByTag",
    "Word.ContentControlCollection.getById",
  ],
  "WordApi 1.3": [
    "Word.Application.createDocument",
    "Word.DocumentCreated.open",
    "Word.Body.getRange",
    "Word.Range.getRange",
    "Word.Range.isEmpty",
    "Word.Range.parentContentControlOrNullObject",
    "Word.Range.parentBody",
    "Word.Paragraph.getRange",
    "Word.ParagraphCollection.getFirst",
    "Word.ContentControl.getRange",
    "Word.ContentControlCollection.getByIdOrNullObject",
    "Word.ContentControlCollection.getFirstOrNullObject",
    "Word.RangeCollection.getFirst",
  ],
  "WordApi 1.4": [
    "Word.Document.changeTrackingMode",
    "Word.Document.getBookmarkRangeOrNullObject",
    "Word.Document.customXmlParts",
    "Word.CustomXmlPartCollection.add",
    "Word.CustomXmlPartCollection.getByNamespace",
    "Word.CustomXmlPart.id",
    "Word.CustomXmlPart.namespaceUri",
    "Word.CustomXmlPart.getXml",
    "Word.CustomXmlPart.delete",
    "Word.Body.getReviewedText",
    "Word.Range.getReviewedText",
    "Word.Paragraph.getReviewedText",
    "Word.ContentControl.getReviewedText",
    "Word.Range.insertComment",
    "Word.Body.getComments",
    "Word.Comment.content",
    "Word.Comment.authorName",
    "Word.Comment.id",
    "Word.Comment.resolved",
    "Word.Comment.getRange",
    "Word.Comment.delete",
  ],
  "WordApi 1.6": [
    "Word.Body.getTrackedChanges",
    "Word.Range.getTrackedChanges",
    "Word.Paragraph.getTrackedChanges",
    "Word.ContentControl.getTrackedChanges",
    "Word.TrackedChange.author",
    "Word.TrackedChange.date",
    "Word.TrackedChange.text",
    "Word.TrackedChange.type",
    "Word.TrackedChange.accept",
    "Word.TrackedChange.reject",
    "Word.TrackedChange.getRange",
    "Word.TrackedChange.getNextOrNullObject",
    "Word.TrackedChangeCollection.acceptAll",
    "Word.TrackedChangeCollection.rejectAll",
    "Word.TrackedChangeCollection.getFirst",
    "Word.TrackedChangeCollection.getFirstOrNullObject",
  ],
} as const;

const listed = Object.entries(sets).flatMap(([set, members]) =>
  members.map((path) => {
    const at = path.lastIndexOf(".");
    return { path, name: path.slice(0, at), member: path.slice(at + 1), set };
  }),
);

describe("The table of Office.js", () => {
  it.each(modelledMembers)("has $path as a $kind", ({ name, member, kind, set }) => {
    const found = memberOf(name, member);
    expect(found?.kind).toBe(kind);
    if (set) expect(found?.readonly).toBeUndefined();
  });

  it.each(listed)("has $path in $set, and the simulator has it", ({ path, name, member, set }) => {
    expect(memberOf(name, member)?.set).toBe(set);
    expect(modelledMembers.some((each) => each.path === path)).toBe(true);
  });

  it("has every class that is modelled", () => {
    expect(Object.keys(classes).filter((name) => !Object.hasOwn(api, name))).toEqual([]);
  });
});
