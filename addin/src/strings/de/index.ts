import type { Strings } from "../types";
import { words as first } from "./parts/first";
import { words as form } from "./parts/form";
import { words as work } from "./parts/work";
import { words as design } from "./parts/design";
import { words as administration } from "./parts/administration";
import { words as workbench } from "./parts/workbench";

/**
 * Every word on the screens, in German: formal, and of no one gender. One word for one thing, also in `src/send/words.ts`:
 *
 *   handoff       Übergabe           approve, approval   freigeben, Freigabe
 *   record        Datensatz          release             herausgeben, Herausgabe
 *   draft         Entwurf            seal                Siegel
 *   review        Prüfung            sign, signature     unterschreiben, Unterschrift
 *   reviewer      wer prüft,         ledger              Protokoll
 *                 die Prüfenden      break-glass         Notfallfreigabe
 *   finding       Befund             stop                Stopp
 *   change        Änderung           outcome             Ergebnis, wie es ankam
 *   checklist     Checkliste         pilot               Pilot
 *   gate          Freigaberegeln     playbook            Playbook
 *   stakes        Tragweite          practice            Übung
 *   revision      Überarbeitung      workflow            Workflow
 *   candidate     Kandidat           threshold           Schwelle
 *
 * „Date“ is Datumsangabe or Datum, because Daten are data; accept and reject are annehmen and ablehnen, as in Word.
 */
export const de = {
  ...first,
  ...form,
  ...work,
  ...design,
  ...administration,
  ...workbench,
} satisfies Strings;
