import { Refused, type AsyncCalls } from "../asyncCalls";
import type { Profile } from "../profiles";
import { NotModelled, strict } from "../strict";
import type { WordDocument } from "./wordDocument";

/** The largest slice of a file: 4 MB, which is also the default ("Document.getFileAsync"). */
const largestSlice = 4 * 1024 * 1024;
/** How many files may be open at once ("Document.getFileAsync"). */
const mostFiles = 2;

const refused = (code: number, name: string, message: string) =>
  new Refused({ code, name, message });

/** The files that are open of a document. */
class Files {
  private open = 0;

  constructor(
    private readonly calls: AsyncCalls,
    private readonly profile: Profile,
  ) {}

  give(bytes: Uint8Array, options: unknown): Office.File {
    if (this.open >= mostFiles)
      throw refused(5012, "TooManyIncompleteRequests", "Two files are open already.");
    const size = sliceSizeOf(options);
    this.open++;
    let isOpen = true;
    return strict<Office.File>(
      "Office.File",
      {
        size: bytes.length,
        sliceCount: Math.ceil(bytes.length / size),
        getSliceAsync: this.calls.method("file.getSliceAsync", (index: number) => {
          const data = bytes.slice(index * size, (index + 1) * size);
          if (!isOpen || index < 0 || data.length === 0)
            throw refused(5001, "InternalError", "There is no such slice.");
          return strict<Office.Slice>(
            "Office.Slice",
            { data: [...data], index, size: data.length },
            this.profile,
          );
        }),
        closeAsync: this.calls.method("file.closeAsync", () => {
          if (isOpen) this.open--;
          isOpen = false;
        }),
      },
      this.profile,
    );
  }
}

function sliceSizeOf(options: unknown): number {
  if (typeof options !== "object" || options === null || !("sliceSize" in options))
    return largestSlice;
  const { sliceSize } = options;
  if (typeof sliceSize !== "number" || sliceSize < 1 || sliceSize > largestSlice)
    throw refused(5016, "InvalidArgument", "A slice is at most 4 MB.");
  return sliceSize;
}

const isHandler = (value: unknown): value is (event: object) => void => typeof value === "function";

const selectionChanged = "documentSelectionChanged";

/** `Office.context.document`. */
export function commonDocument(
  document: WordDocument,
  calls: AsyncCalls,
  profile: Profile,
  url: string,
): Office.Document {
  const files = new Files(calls, profile);
  const handlers = new Map<unknown, () => void>();
  const model = {
    get mode() {
      return document.protected ? "readOnly" : "readWrite";
    },
    url,
    // The file is packed before the call is made, as that takes its time: a fault that throws is an unhandled rejection here.
    getFileAsync: (...all: readonly unknown[]) => {
      if (all[0] !== "compressed") throw new NotModelled("Only compressed files are modelled.");
      void document
        .file()
        .then((bytes) =>
          calls.method("document.getFileAsync", (_type: unknown, options: unknown) =>
            files.give(bytes, options),
          )(...all),
        );
    },
    addHandlerAsync: calls.method("document.addHandlerAsync", (type: string, handler: unknown) => {
      if (type !== selectionChanged) throw new NotModelled(`The event ${type} is not modelled.`);
      if (!isHandler(handler)) throw refused(5016, "InvalidArgument", "No handler.");
      const listener = () => handler({ type, document: strict("Office.Document", model, profile) });
      handlers.set(handler, document.listen(listener));
    }),
    removeHandlerAsync: calls.method(
      "document.removeHandlerAsync",
      (type: string, options?: { readonly handler?: unknown }) => {
        if (type !== selectionChanged) throw new NotModelled(`The event ${type} is not modelled.`);
        for (const [handler, stop] of handlers)
          if (options?.handler === undefined || options.handler === handler) stop();
      },
    ),
  };
  return strict<Office.Document>("Office.Document", model, profile);
}
