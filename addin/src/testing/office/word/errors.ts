/** The codes of `OfficeExtension.ErrorCodes` and of Word's own errors that the simulator answers with. */
export type ErrorCode =
  | "AccessDenied"
  | "ApiNotFound"
  | "GeneralException"
  | "InvalidArgument"
  | "InvalidObjectPath"
  | "InvalidRequestContext"
  | "ItemNotFound"
  | "PropertyNotLoaded"
  | "RunMustReturnPromise"
  | "SearchStringInvalidOrTooLong"
  | "ValueNotLoaded";

const meanings: Readonly<Record<ErrorCode, string>> = {
  AccessDenied: "The document, or this part of it, cannot be written to.",
  ApiNotFound: "This host does not know the member.",
  GeneralException: "The host could not do it.",
  InvalidArgument: "An argument is missing or is not one that the member takes.",
  InvalidObjectPath: "The object is used after its run ended and was not tracked.",
  InvalidRequestContext: "The objects are of different request contexts.",
  ItemNotFound: "There is no such object in the document.",
  PropertyNotLoaded: "The property was not loaded, or not synced since.",
  RunMustReturnPromise: "The function that a run is given must return a promise.",
  SearchStringInvalidOrTooLong: "The searched text is empty or longer than 255 characters.",
  ValueNotLoaded: "The value is there after the next sync.",
};

/** An error in the shape of `OfficeExtension.Error`. */
export class OfficeError extends Error {
  override readonly name = "RichApi.Error";
  readonly traceMessages: readonly string[] = [];
  readonly innerError = null;
  readonly debugInfo: { readonly code: ErrorCode; message: string; errorLocation: string };

  /** `errorLocation` is the class and member that failed, such as `Range.insertText`. */
  constructor(
    readonly code: ErrorCode,
    errorLocation: string,
  ) {
    super(meanings[code]);
    this.debugInfo = { code, message: meanings[code], errorLocation };
  }
}

/** Thrown by the model where Word would refuse; the request that asked for it knows the location. */
export class Refusal extends Error {
  constructor(readonly code: ErrorCode) {
    super(meanings[code]);
  }
}
