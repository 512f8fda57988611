import { fileNameOf } from "./fileName";

/** What the generated client gives back for a request. */
export interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** Runs a request: its data, or an `ApiError` for what the server or the network refuses. */
export type Call = <T>(run: () => Promise<Answer<T>>) => Promise<T>;

/** A file from the server with the name that it gave it. */
export interface NamedFile {
  readonly name: string;
  readonly blob: Blob;
}

/** Asks for a file. */
export async function fileOf(
  call: Call,
  fallback: string,
  run: () => Promise<Answer<Blob>>,
): Promise<NamedFile> {
  let name = fallback;
  const blob = await call(async () => {
    const answer = await run();
    name = fileNameOf(answer.response.headers.get("Content-Disposition"), fallback);
    return answer;
  });
  return { name, blob };
}

export const docxType =
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document" as const;

/** A .docx as the body of a request. The generator types a binary body as text; the serializer hands the blob through untouched. */
export const wordBody = (file: Blob) => ({
  body: "",
  bodySerializer: () => file,
  headers: { "Content-Type": docxType },
});
