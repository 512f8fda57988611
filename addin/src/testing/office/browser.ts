import { numbers } from "../numbers";
import { classicWindows } from "../rewrites/classicWindows";
import { exchange } from "../rewrites/exchange";
import { outlookMac } from "../rewrites/outlookMac";
import { outlookWeb } from "../rewrites/outlookWeb";
import type { Client } from "../rewrites/rewrite";
import { packDocx, paragraph, run } from "../wordParts";
import type { MailClient } from "./mailbox";
import { simulateOutlook, type SimulatedOutlook } from "./outlook";
import { profiles, type Profile } from "./profiles";
import { everyFault } from "./word/faults";
import { simulateWord, type SimulatedWord } from "./word/word";

/**
 * Stands in a page in the place of the script of Office.js: `?office=outlook` is a reply that is being written, `?office=word` a letter with the
 * cursor in its first line. `&client=` says in which Outlook, which writes the mail in its own way, or in which Word, which has all its known
 * faults. What is simulated is at `simulated`, for whoever drives the browser.
 */

interface Given {
  readonly Office: object;
  readonly Word?: object;
  readonly simulated?: SimulatedOutlook | SimulatedWord;
}

const give = (given: Given) => Object.assign(globalThis, given);

const asked = new URLSearchParams(location.search);
const client = asked.get("client") ?? "";

/** Each Outlook, and Exchange on the way. */
const outlooks: Readonly<Record<string, readonly [Profile, Client]>> = {
  web: [profiles.outlookWeb, outlookWeb],
  classic: [profiles.outlookClassic, classicWindows],
  mac: [profiles.outlookMac, outlookMac],
  exchange: [profiles.outlookWeb, exchange],
};

const words: Readonly<Record<string, Profile>> = {
  windows: profiles.wordWindows,
  mac: profiles.wordMac,
  web: profiles.wordWeb,
};

/** All that a client does to a body; always the same. */
function rewriting({ rewrites }: Client): MailClient {
  const chance = numbers(7);
  return { rewrite: (html) => rewrites.reduce((body, { apply }) => apply(body, chance), html) };
}

function outlook(): void {
  const [profile, rewrites] = outlooks[client] ?? [profiles.outlookWeb, undefined];
  const simulated = simulateOutlook({
    profile,
    ...(rewrites && { client: rewriting(rewrites) }),
    mail: {
      subject: "RE: Dates for the test",
      to: [{ displayName: "Dana Brandt", emailAddress: "dana.brandt@client.example" }],
      html: "<p>Amara Osei<br>Northlight Studio</p><hr><p>When can we test?</p>",
      composeType: "reply",
    },
  });
  give({ simulated, Office: simulated.office });
}

/** Until the document is open, Office is there and not ready. */
const opening = { onReady: openLetter };

async function openLetter(): Promise<unknown> {
  const body = paragraph(run("Dear client,")) + paragraph(run("Kind regards"));
  const profile = words[client];
  const simulated = await simulateWord({
    docx: await packDocx({ body }),
    ...(profile && { profile }),
  });
  if (profile) simulated.faults.turnOn(...everyFault);
  simulated.document.select({ paragraph: 0, offset: 12 });
  Object.assign<object, object>(opening, simulated.office);
  give({ simulated, Office: opening, Word: simulated.Word });
  return simulated.office.onReady();
}

const kind = asked.get("office");
if (kind === "outlook") outlook();
if (kind === "word") give({ Office: opening });
