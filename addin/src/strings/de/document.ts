import { count } from "./count";

/** Die Worte zum Dokument, das in Word offen ist. */
export const document = {
  into: "Wohin der Entwurf kommt",
  here: "In dieses Dokument, an die Schreibmarke",
  bookmark: "In dieses Dokument, an eine Textmarke",
  bookmarkName: "Textmarke",
  noBookmark:
    "Dieses Dokument hat keine. Setzen Sie eine in Word (Einfügen, Textmarke) und kommen Sie dann hierher zurück.",
  elsewhere: "In ein neues Dokument",
  hereHelp:
    "Abschnitte, für die das Dokument ein Inhaltssteuerelement hat, kommen dorthin. Die anderen erhalten eines an dieser Stelle.",
  tooOld:
    "Dieses Word kann nachverfolgte Änderungen eines Add-ins nicht zeigen, deshalb kommt nichts in das offene Dokument. Der Entwurf kommt als eigenes Dokument.",
  notHandedIn: "Das Dokument ließ sich nicht übergeben",
  notShown: "Das Dokument zeigt den Entwurf nicht so, wie er steht",
  notRead: "Das Dokument ließ sich nicht lesen",
  notSealed: "Das Dokument ließ sich nicht siegeln",
  notTakenBack: "Der Entwurf ließ sich nicht aus dem Dokument nehmen",
  failed: (why: string) => `Word meldet: ${why} Verloren ist nichts. Versuchen Sie es noch einmal.`,
  trouble: {
    gone: (section: string) =>
      `Das Dokument hat keinen Platz mehr für den Abschnitt „${section}“. Machen Sie das Entfernen rückgängig, oder schreiben Sie von Hand zu Ende.`,
    changed: (section: string) =>
      `Der Abschnitt „${section}“ wurde inzwischen geändert; überschrieben wurde nichts. Machen Sie das in Word rückgängig, und versuchen Sie es noch einmal.`,
    locked: (section: string) =>
      `Das Inhaltssteuerelement des Abschnitts „${section}“ ist gesperrt. Erlauben Sie in seinen Eigenschaften das Bearbeiten, und versuchen Sie es noch einmal.`,
    aside: () =>
      "In Kopfzeilen, Fußzeilen, Fußnoten und Textfelder kommen keine Abschnitte. Setzen Sie den Cursor in den Text des Dokuments und versuchen Sie es noch einmal.",
    notLanded: (section: string) =>
      `Word hat den Abschnitt „${section}“ nicht so übernommen, wie er war. Machen Sie in Word einen Schritt rückgängig, und versuchen Sie es noch einmal.`,
  },
  takenOver: (changes: number) =>
    `${count(changes, "Entscheidung wurde", "Entscheidungen wurden")} aus dem Dokument übernommen.`,
  unclearTitle: "Das Dokument sagt etwas, das keine Änderung erklärt",
  unclear: (sections: string) =>
    `In ${sections}. Von dort wurde nichts übernommen. Machen Sie es in Word rückgängig, oder formulieren Sie die Änderung hier um.`,
  seal: "Dieses Dokument siegeln",
  sealing: "Wird verglichen und gesiegelt …",
  sealedTitle: "Dieses Dokument ist gesiegelt",
  sealedBody:
    "Es sagt genau, was freigegeben wurde. Speichern Sie es; eine Änderung bricht das Siegel, und jeder kann das sehen.",
  editedTitle: "Dieses Dokument wurde nach der Freigabe geändert",
  edited: (difference: string) =>
    `${difference} Das deckt sein Siegel nicht. Machen Sie es in Word rückgängig, oder beginnen Sie aus diesem Dokument eine neue Übergabe.`,
  notCompared: "Das Dokument ließ sich nicht mit dem Freigegebenen vergleichen",
  foreignSealTitle: "Dieses Dokument ist gesiegelt",
  foreignSeal:
    "Sie haben es weder verfasst noch geprüft, oder es wurde anderswo gesiegelt. Fragen Sie jemanden, der das hat, ob es noch sagt, was freigegeben wurde.",
  takeBack: "Den Entwurf aus dem Dokument nehmen",
  takingBack: "Wird herausgenommen …",
  takenBack: "Das Dokument sagt wieder, was es vor dem Entwurf sagte.",
};
