import { addCustomXmlPart, CustomXmlPart, customXmlParts } from "./customXml";
import { Comment } from "./comments";
import { allControls, controlId, controlScalars } from "./controls";
import { Refusal } from "./errors";
import type { Faults } from "./faults";
import { Collection, modelled, reads, writes, type Args, type Modelled } from "./members";
import { bytesOf } from "./package";
import { Span } from "./place";
import { Control, Story } from "./places";
import { placeClasses } from "./placeMembers";
import { bookmark } from "./bookmarks";
import { TrackedChange } from "./tracked";
import { WordDocument, type TrackingMode } from "./wordDocument";

/** The application, with the document that it has open. */
export class Application {
  constructor(readonly document: WordDocument) {}
}

/** A document that was created and is not open yet. */
class DocumentCreated {
  constructor(
    readonly document: WordDocument,
    readonly bytes: Uint8Array,
  ) {}
}

const modes: readonly TrackingMode[] = ["Off", "TrackAll", "TrackMineOnly"];

function setMode(document: WordDocument, given: unknown): void {
  const mode = modes.find((each) => each === given);
  if (mode === undefined) throw new Refusal("InvalidArgument");
  document.changeTrackingMode = mode;
}

const first = {
  getFirst: reads(({ items }: Collection) => items[0]),
  getFirstOrNullObject: reads(({ items }: Collection) => items[0]),
};

const last = {
  getLast: reads(({ items }: Collection) => items.at(-1)),
  getLastOrNullObject: reads(({ items }: Collection) => items.at(-1)),
};

const collection = modelled(Collection, { methods: first });

const controlsOf = ({ items }: Collection) => items.filter((each) => each instanceof Control);

const controlBy = ({ items }: Collection, args: Args) => {
  const id = args.number(0);
  return controlsOf(new Collection(items)).find(({ element }) => controlId(element) === id);
};

const controls = modelled(Collection, {
  methods: {
    ...first,
    getById: reads(controlBy),
    getByIdOrNullObject: reads(controlBy),
    getItem: reads(controlBy),
    getByTag: reads((all, args) => {
      const tag = args.text(0);
      return new Collection(controlsOf(all).filter((each) => controlScalars.tag.get(each) === tag));
    }),
    getByTitle: reads((all, args) => {
      const title = args.text(0);
      return new Collection(
        controlsOf(all).filter((each) => controlScalars.title.get(each) === title),
      );
    }),
  },
});

const partsOf = ({ items }: Collection) => items.filter((each) => each instanceof CustomXmlPart);

const partBy = (all: Collection, args: Args) => {
  const id = args.text(0);
  return partsOf(all).find((each) => each.id === id);
};

const getPart = {
  getItem: reads(partBy),
  getItemOrNullObject: reads(partBy),
  getCount: reads(({ items }: Collection) => items.length),
};

const onlyPart = ({ items }: Collection) => {
  // Of several there is no only one.
  if (items.length > 1) throw new Refusal("GeneralException");
  return items[0];
};

/** All parts of the document: a collection that can be added to. */
class AllParts extends Collection {
  constructor(readonly document: WordDocument) {
    super(customXmlParts(document));
  }
}

/** What a decision on all of them touches: not those that are only listed. */
const changesOf = ({ items }: Collection) =>
  items.filter((each) => each instanceof TrackedChange).filter(({ isGhost }) => !isGhost);

/** The classes of Word that the simulator has. */
export const wordClasses = (faults: Faults): Readonly<Record<string, Modelled>> => ({
  ...placeClasses(faults),
  "Word.Application": modelled(Application, {
    methods: {
      createDocument: reads(
        ({ document }, args) => new DocumentCreated(document, bytesOf(args.text(0))),
      ),
    },
  }),
  "Word.DocumentCreated": modelled(DocumentCreated, {
    methods: { open: reads(({ document, bytes }) => void document.opened.push(bytes)) },
  }),
  "Word.Document": modelled(WordDocument, {
    scalars: {
      changeTrackingMode: { get: (document) => document.changeTrackingMode, set: setMode },
    },
    links: {
      body: (document) => new Story(document, document.body),
      contentControls: (document) => new Collection(allControls(document)),
      customXmlParts: (document) => new AllParts(document),
    },
    methods: {
      getSelection: reads((document) => Span.of(document, document.selection())),
      getBookmarkRange: reads((document, args) => bookmark(document, args.text(0))),
      getBookmarkRangeOrNullObject: reads((document, args) => bookmark(document, args.text(0))),
      save: writes((document) => document.save()),
    },
  }),
  "Word.ParagraphCollection": modelled(Collection, { methods: { ...first, ...last } }),
  "Word.RangeCollection": collection,
  "Word.ContentControlCollection": controls,
  "Word.CommentCollection": collection,
  "Word.TrackedChangeCollection": modelled(Collection, {
    methods: {
      ...first,
      acceptAll: writes((all) => changesOf(all).forEach((each) => each.settle("accept", faults))),
      rejectAll: writes((all) => changesOf(all).forEach((each) => each.settle("reject", faults))),
    },
  }),
  "Word.TrackedChange": modelled(TrackedChange, {
    scalars: {
      author: { get: (change) => change.read(({ author }) => author) },
      date: { get: (change) => change.read(({ date }) => date) },
      text: { get: (change) => change.read(({ text }) => text) },
      type: { get: (change) => change.read(({ type }) => type) },
    },
    methods: {
      accept: writes((change) => change.settle("accept", faults)),
      reject: writes((change) => change.settle("reject", faults)),
      getRange: reads((change, args) =>
        change.range(args.choice(0, ["Whole", "Start", "End"] as const, true), faults),
      ),
      getNext: reads((change) => change.next()),
      getNextOrNullObject: reads((change) => change.next()),
    },
  }),
  "Word.Comment": modelled(Comment, {
    scalars: {
      id: { get: ({ id }) => id },
      authorName: { get: ({ author }) => author },
      creationDate: { get: ({ date }) => date },
      content: {
        get: ({ content }) => content,
        set: (comment, value) => {
          if (typeof value !== "string") throw new Refusal("InvalidArgument");
          comment.content = value;
        },
      },
      resolved: {
        get: ({ resolved }) => resolved,
        set: (comment, value) => {
          if (typeof value !== "boolean") throw new Refusal("InvalidArgument");
          comment.resolved = value;
        },
      },
    },
    methods: {
      delete: writes((comment) => comment.delete()),
      getRange: reads((comment) => comment.range()),
    },
  }),
  "Word.CustomXmlPartCollection": modelled(AllParts, {
    methods: {
      ...getPart,
      add: writes(({ document }, args) => addCustomXmlPart(document, args.text(0))),
      getByNamespace: reads((all, args) => {
        const uri = args.text(0);
        return new Collection(partsOf(all).filter((each) => each.namespaceUri === uri));
      }),
    },
  }),
  "Word.CustomXmlPartScopedCollection": modelled(Collection, {
    methods: {
      ...getPart,
      getOnlyItem: reads(onlyPart),
      getOnlyItemOrNullObject: reads(onlyPart),
    },
  }),
  "Word.CustomXmlPart": modelled(CustomXmlPart, {
    scalars: {
      id: { get: ({ id }) => id },
      namespaceUri: { get: ({ namespaceUri }) => namespaceUri },
    },
    methods: {
      getXml: reads(({ xml }) => xml),
      setXml: writes((part, args) => void (part.xml = args.text(0))),
      delete: writes((part) => part.delete()),
    },
  }),
});
