import { runInNewContext } from "node:vm";
import { build, type Rolldown } from "vite";
import { names } from "../send/names";
import type { SimulatedOutlook } from "./office/outlook";

/** The send handler's script as it is built for Outlook. */
export async function builtSendScript(): Promise<string> {
  const made = (await build({
    configFile: `${process.cwd()}/vite.send.config.ts`,
    logLevel: "silent",
    build: { write: false },
  })) as Rolldown.RolldownOutput[];
  const script = made[0]?.output[0].code;
  if (script === undefined) throw new Error("The build made no script.");
  return script;
}

/** Presses Send in a simulated Outlook: what the script says of the mail as it stands. */
export function pressSend(
  script: string,
  { office, actions }: Pick<SimulatedOutlook, "office" | "actions">,
): Promise<Record<string, unknown>> {
  runInNewContext(script, { Office: office });
  return new Promise((resolve) => {
    const event = { completed: (options: Record<string, unknown>) => resolve(options) };
    actions.get(names.action)?.(event as unknown as Office.AddinCommands.Event);
  });
}
