import type { WebhookEventKind } from "../../api/types";
import { count } from "./count";

const faults: Readonly<Record<string, string>> = {
  timeout: "Er hat nicht rechtzeitig geantwortet.",
  unreachable: "Dort hört niemand zu.",
  "no-such-host": "Sein Name ist nicht zu finden.",
  tls: "Sein Zertifikat wurde nicht angenommen.",
  "broken-off": "Die Verbindung brach ab.",
  "address-not-public": "Sein Name führt zu einer privaten Adresse.",
};

/** The words of the subscriptions on the administration page. */
export const webhooks = {
  title: "Abonnements",
  lead: "Flows und Anwendungen, die erfahren, wenn etwas geschieht. Sie erfahren, welche Übergabe es war und ihren Stand, nie einen Text oder einen Namen.",
  empty:
    "Niemand hat abonniert. Ein Flow abonniert, wenn er mit einem der Auslöser eingeschaltet wird.",
  kinds: {
    ReadyForReview: "Bereit zur Prüfung",
    Approved: "Freigegeben",
    Rejected: "Abgelehnt",
    Expired: "Freigabe abgelaufen",
    EscapedError: "Fehler nach dem Versand",
  } satisfies Record<WebhookEventKind, string>,
  row: (kind: string, workflow: string | undefined) =>
    workflow === undefined ? kind : `${kind}: ${workflow}`,
  by: (owner: string, when: string) => `von ${owner}, ${when}`,
  delivered: (when: string) => `zuletzt zugestellt ${when}`,
  never: "noch nichts zugestellt",
  waiting: (number: number) => count(number, "Ereignis wartet", "Ereignisse warten"),
  rests: (when: string) => `nächster Versuch ab ${when}`,
  fault: (code: string) =>
    faults[code] ??
    (code.startsWith("status-")
      ? `Er hat mit dem Status ${code.slice("status-".length)} geantwortet.`
      : "Seine Adresse ist nicht mehr erlaubt."),
  end: "Beenden",
  endOf: (what: string) => `Abonnement beenden: ${what}`,
  endTitle: "Dieses Abonnement beenden?",
  endBody: (what: string, owner: string) =>
    `${what}. Was auf ${owner} wartet, entfällt, und der Flow erfährt nichts mehr, bis er aus- und wieder eingeschaltet wird.`,
  ended: "Das Abonnement ist beendet.",
  dead: {
    title: "Nicht zustellbar",
    lead: "Jedes wurde mehr als drei Tage lang versucht.",
    handoff: "Übergabe öffnen",
    tried: (attempts: number) => `${count(attempts, "Mal", "Mal")} versucht`,
    gone: "Das Abonnement ist beendet.",
    replay: "Noch einmal senden",
    replayOf: (what: string, when: string) => `Noch einmal senden: ${what}, ${when}`,
    all: "Alle noch einmal senden",
    sent: (number: number) =>
      `${count(number, "Ereignis wird", "Ereignisse werden")} noch einmal gesendet.`,
    more: (shown: number, all: number) => `Gezeigt sind die letzten ${shown} von ${all}.`,
  },
};
