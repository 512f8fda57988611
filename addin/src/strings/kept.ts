import type { Language } from "./languages";

const key = "handoffoffice:language";

/** What the person chose on this device. */
export const keptLanguage = (storage: Storage): string | null => storage.getItem(key);

/** Keeps the person's choice and loads the page in it. An address that names a language would win over the choice: it no longer does. */
export function reopenIn(language: Language, storage: Storage): void {
  storage.setItem(key, language);
  const address = new URL(location.href);
  address.searchParams.delete("lang");
  history.replaceState(null, "", address);
  location.reload();
}
