/** The words of an enumeration of Office.js, exactly as it has them: the compiler compares. */
type Words<E> = { readonly [K in keyof E]: E[K] extends string ? `${E[K]}` : never };

/** The enumerations of Word that code of an add-in can name. */
export const enumerations = {
  InsertLocation: {
    before: "Before",
    after: "After",
    start: "Start",
    end: "End",
    replace: "Replace",
  } satisfies Words<typeof Word.InsertLocation>,
  RangeLocation: {
    whole: "Whole",
    start: "Start",
    end: "End",
    before: "Before",
    after: "After",
    content: "Content",
  } satisfies Words<typeof Word.RangeLocation>,
  ChangeTrackingMode: {
    off: "Off",
    trackAll: "TrackAll",
    trackMineOnly: "TrackMineOnly",
  } satisfies Words<typeof Word.ChangeTrackingMode>,
  ChangeTrackingVersion: {
    original: "Original",
    current: "Current",
  } satisfies Words<typeof Word.ChangeTrackingVersion>,
  TrackedChangeType: {
    none: "None",
    added: "Added",
    deleted: "Deleted",
    formatted: "Formatted",
  } satisfies Words<typeof Word.TrackedChangeType>,
  ContentControlAppearance: {
    boundingBox: "BoundingBox",
    tags: "Tags",
    hidden: "Hidden",
  } satisfies Words<typeof Word.ContentControlAppearance>,
  SelectionMode: {
    select: "Select",
    start: "Start",
    end: "End",
  } satisfies Words<typeof Word.SelectionMode>,
};
