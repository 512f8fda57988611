import type { Fault } from "../../identity/faults";

/** Was schiefging, und was zu tun ist. */
interface FaultWords {
  readonly title: string;
  readonly body: string;
}

/** Die Worte zur Anmeldung mit einem Geschäftskonto. */
export const identity = {
  lead: "Melden Sie sich mit Ihrem Geschäftskonto an, um weiterzumachen.",
  signIn: "Anmelden",
  signInOther: "Mit einem anderen Konto anmelden",
  signInAgain: "Neu anmelden",
  signOut: "Abmelden",
  account: (name: string) => `Konto von ${name}`,
  openTitle: "Schließen Sie die Anmeldung in ihrem Fenster ab",
  openBody: "Haben Sie es geschlossen, öffnen Sie es wieder.",
  openAgain: "Das Fenster wieder öffnen",
  expiredTitle: "Ihre Anmeldung ist abgelaufen",
  expiredBody:
    "Was Sie eingegeben haben, ist noch da. Melden Sie sich neu an, dann geht es weiter, wo Sie waren.",
  freshTitle: "Melden Sie sich neu an, um weiterzumachen",
  freshBody: "Dieser Schritt braucht eine Anmeldung von eben jetzt. Bis dahin geschieht nichts.",
  refused: (detail: string): FaultWords => ({
    title: "Dieser Server nimmt das Konto nicht an",
    body: `${detail} Melden Sie sich mit einem anderen Konto an, oder fragen Sie, wer hier verwaltet.`.trimStart(),
  }),
  faults: {
    consent: {
      title: "Erst muss jemand aus der Verwaltung zustimmen",
      body: "Ihre Organisation lässt diese Anwendung niemanden anmelden. Bitten Sie, wer hier verwaltet, um die Zustimmung, und melden Sie sich dann neu an.",
    },
    blocked: {
      title: "Das Fenster für die Anmeldung wurde blockiert",
      body: "Erlauben Sie dieser Seite Pop-up-Fenster, und melden Sie sich dann neu an.",
    },
    cancelled: {
      title: "Sie haben die Anmeldung nicht abgeschlossen",
      body: "Geändert wurde nichts. Melden Sie sich an, wann Sie möchten.",
    },
    otherOrganisation: {
      title: "Das Konto gehört zu einer anderen Organisation",
      body: "Melden Sie sich mit dem Konto der Organisation an, die diesen Server betreibt.",
    },
    otherPerson: {
      title: "Das ist das Konto von jemand anderem",
      body: "Sie arbeiten hier als jemand anderes. Melden Sie sich mit jenem Konto an, oder laden Sie die Seite neu, um als die andere Person weiterzumachen.",
    },
    notAssigned: {
      title: "Sie haben noch keinen Zugang",
      body: "Ihr Konto ist dieser Anwendung nicht zugewiesen. Bitten Sie, wer hier verwaltet, um Zugang.",
    },
    offline: {
      title: "Die Seite für die Anmeldung ist nicht erreichbar",
      body: "Nichts ist verloren. Prüfen Sie die Verbindung, und melden Sie sich dann neu an.",
    },
    timedOut: {
      title: "Die Anmeldung hat zu lange gedauert",
      body: "Geändert wurde nichts. Melden Sie sich neu an.",
    },
    alreadyOpen: {
      title: "Ein anderes Fenster dieses Add-ins ist offen",
      body: "Schließen Sie es, und melden Sie sich dann neu an.",
    },
    failed: {
      title: "Die Anmeldung hat nicht geklappt",
      body: "Nichts ist verloren. Versuchen Sie es noch einmal. Klappt es wieder nicht, nennen Sie den Code, wer hier verwaltet.",
    },
  } satisfies Record<Fault, FaultWords>,
  page: {
    busy: "Sie werden angemeldet …",
    done: "Sie können dieses Fenster schließen.",
    failed:
      "Die Anmeldung hat nicht geklappt. Schließen Sie dieses Fenster, und versuchen Sie es noch einmal.",
    elsewhere:
      "Diese Seite öffnet sich, wenn Sie sich aus Word oder Outlook anmelden. Sie können sie schließen.",
  },
};
