import type { NamedFile } from "../api/call";

/** Hands a file to the person as a download. */
export function saveFile(file: NamedFile): void {
  const url = URL.createObjectURL(file.blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = file.name;
  link.click();
  // The download has its own reference once it started; a minute is more than any browser takes.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
