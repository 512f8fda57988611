import { packDocx, paragraph, run } from "../wordParts";
import { simulateOutlook, type SimulatedOutlook } from "./outlook";
import { profiles } from "./profiles";
import { simulateWord, type SimulatedWord } from "./word/word";

/**
 * Stands in a page in the place of the script of Office.js: `?office=outlook` is a reply that is being written, `?office=word` a letter with the
 * cursor in its first line. What is simulated is at `simulated`, for whoever drives the browser.
 */

interface Given {
  readonly Office: object;
  readonly Word?: object;
  readonly simulated?: SimulatedOutlook | SimulatedWord;
}

const give = (given: Given) => Object.assign(globalThis, given);

function outlook(): void {
  const simulated = simulateOutlook({
    profile: profiles.outlookWeb,
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
  const simulated = await simulateWord({ docx: await packDocx({ body }) });
  simulated.document.select({ paragraph: 0, offset: 12 });
  Object.assign<object, object>(opening, simulated.office);
  give({ simulated, Office: opening, Word: simulated.Word });
  return simulated.office.onReady();
}

const kind = new URLSearchParams(location.search).get("office");
if (kind === "outlook") outlook();
if (kind === "word") give({ Office: opening });
