import type { Purpose } from "./purposes";

/** The languages of the manifests, the first one being the one that stands where no other fits. */
export const languages = ["en", "de"] as const;

export type Language = (typeof languages)[number];

/** The names of the languages in the XML manifests, which know cultures (BCP 47 with a region). */
export const cultures: Readonly<Record<Language, string>> = { en: "en-US", de: "de-DE" };

/** A button and the tip that Office shows for it. */
export interface ButtonWords {
  readonly label: string;
  readonly tip: string;
}

interface Words {
  /** Behind the name, where the add-in is not the real one. */
  readonly development: string;
  /** 80 characters at most, for lists. */
  readonly summary: string;
  /** 250 characters at most. */
  readonly description: string;
  readonly compose: ButtonWords;
  readonly read: ButtonWords;
  readonly document: ButtonWords;
}

const product = "HandoffOffice";

const words: Readonly<Record<Language, Words>> = {
  en: {
    development: "development",
    summary: "Drafts from your data, checked by people, released only when approved.",
    description:
      "Hand structured data to an AI and get a draft back in the mail or document you are in. A named person checks it, decides each change and signs. Nothing leaves unless exactly that was approved.",
    compose: {
      label: "Draft and approve",
      tip: "Draft this mail from your data, have it checked, and see what it still needs before it can be sent.",
    },
    read: {
      label: "Draft an answer",
      tip: "Draft an answer to this mail from your data.",
    },
    document: {
      label: "Draft and review",
      tip: "Draft this document from your data, review its changes, and sign it.",
    },
  },
  de: {
    development: "Entwicklung",
    summary: "Entwürfe aus Ihren Daten, von Menschen geprüft, erst nach Freigabe verschickt.",
    description:
      "Geben Sie Daten an eine KI und erhalten Sie einen Entwurf in der Mail oder dem Dokument vor Ihnen. Eine benannte Person prüft ihn, entscheidet jede Änderung und unterschreibt. Nichts geht hinaus, was nicht genau so freigegeben ist.",
    compose: {
      label: "Entwerfen und freigeben",
      tip: "Diese Mail aus Ihren Daten entwerfen, prüfen lassen und sehen, was vor dem Senden noch fehlt.",
    },
    read: {
      label: "Antwort entwerfen",
      tip: "Eine Antwort auf diese Mail aus Ihren Daten entwerfen.",
    },
    document: {
      label: "Entwerfen und prüfen",
      tip: "Dieses Dokument aus Ihren Daten entwerfen, die Änderungen prüfen und unterschreiben.",
    },
  },
};

/** What people read in one language: the product's name, told apart by purpose, and the words of the buttons. */
export function wordsOf(language: Language, purpose: Purpose): Words & { readonly name: string } {
  const said = words[language];
  const name = purpose === "development" ? `${product} (${said.development})` : product;
  return { ...said, name };
}

/** The same thing said in each language. */
export function inEach(
  purpose: Purpose,
  pick: (words: ReturnType<typeof wordsOf>) => string,
): Readonly<Record<Language, string>> {
  return { en: pick(wordsOf("en", purpose)), de: pick(wordsOf("de", purpose)) };
}

/** The heading of the group of buttons; a name, and so the same in each language. */
export const groupLabel = product;

/** Who publishes the add-in. */
export const publisher = product;
