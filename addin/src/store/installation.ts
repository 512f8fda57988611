import { ApiError } from "../api/problems";
import type { AppServices, Store } from "./app";

const keyOf = (host: string) => `handoffoffice:installation:${host}`;

/**
 * Says to the server which add-in the person works with: when the pane opens, where that was not said today already or anything of it has
 * changed, and each time that an approved mail was put in.
 */
export function installationReport({ api, host, storage }: AppServices, store: Store) {
  return async (mailPlaced = false): Promise<void> => {
    const installation = host.installation?.();
    const { me, boot } = store.getState();
    if (!installation || !me || boot.status !== "ready") return;
    const day = new Date().toISOString().slice(0, 10);
    const said = JSON.stringify([me.id, day, boot.value.version, installation]);
    const key = keyOf(installation.host);
    if (!mailPlaced && storage.getItem(key) === said) return;
    try {
      await api.reportInstallation({ ...installation, mailPlaced });
      storage.setItem(key, said);
    } catch (error) {
      // Nothing that the person could do anything about. It is not remembered as said, so the next start says it.
      if (!(error instanceof ApiError)) throw error;
    }
  };
}
