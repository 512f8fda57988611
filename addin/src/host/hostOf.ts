import { BrowserHost } from "./BrowserHost";
import type { OfficeHost } from "./OfficeHost";

/** The host for what is around the pane. Each is loaded where it is needed alone. */
export async function hostOf(office: typeof Office | undefined): Promise<OfficeHost> {
  switch (office && String(office.context.host)) {
    case "Outlook": {
      const { OutlookHost } = await import("./OutlookHost");
      return new OutlookHost(office as typeof Office);
    }
    case "Word": {
      const { WordHost } = await import("./WordHost");
      return new WordHost(office as typeof Office);
    }
    default:
      return new BrowserHost();
  }
}
