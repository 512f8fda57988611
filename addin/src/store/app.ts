import { createStore, type StoreApi } from "zustand/vanilla";
import type { Api } from "../api/client";
import { asApiError, describeFailure, type ApiError, type Notice } from "../api/problems";
import type { Configuration, LocalPerson } from "../api/types";
import type { OfficeHost } from "../host/OfficeHost";
import type { Identity } from "../identity/identity";
import { strings } from "../strings";
import { reopenIn } from "../strings/kept";
import type { Language } from "../strings/languages";
import { handoffActions, type HandoffActions } from "./handoff";
import { installationReport } from "./installation";
import { formatRoute, parseRoute, type Route } from "./route";
import { loading, ready, valueOf, workflowId, type AppState } from "./state";
import { signInActions, type SignInActions } from "./signIn";
import { noTriage } from "./triage";

export interface AppServices {
  readonly api: Api;
  readonly tokens: Identity;
  readonly host: OfficeHost;
  readonly storage: Storage;
}

export type Store = StoreApi<AppState>;

/** Everything the store's actions share. */
export interface ActionContext extends AppServices {
  readonly store: Store;
  /** Runs a call, tells of its failure on screen, and returns undefined then. */
  readonly attempt: <T>(key: string, run: () => Promise<T>) => Promise<T | undefined>;
  readonly navigate: (route: Route) => void;
  /** Asks before what was typed is left behind; true where it does, and what was wanted is done once the person says so. */
  readonly asksBefore: (go: () => void) => boolean;
  readonly loadWorkflow: (key: string, version?: number) => Promise<void>;
  /** Shows a handoff as the server has it now, if it is still on screen; where that can't be had, it stays as it is. */
  readonly refresh: (id: string) => Promise<void>;
  /** Says to the server which add-in the person works with, and whether an approved mail was just put in. */
  readonly reportInstallation: (mailPlaced?: boolean) => Promise<void>;
}

export interface AppActions extends HandoffActions, SignInActions {
  readonly start: () => Promise<void>;
  readonly navigate: (route: Route) => void;
  /** The address changed, by us or by the browser's buttons; the lists of Home may be on their way already. */
  readonly arrive: (hash: string, listsAsked?: boolean) => void;
  readonly switchPerson: (personId: string) => Promise<void>;
  readonly loadHome: () => Promise<void>;
  readonly loadWorkflow: (key: string, version?: number) => Promise<void>;
  readonly loadStops: () => Promise<void>;
  readonly exportLedger: () => Promise<void>;
  readonly liftMyAbsence: () => Promise<void>;
  /** Says what was just done to those who hear the screen. */
  readonly announce: (words: string) => void;
  readonly setOnline: (online: boolean) => void;
  /** Loads the page in another language, once what was typed last is kept. */
  readonly chooseLanguage: (language: Language) => Promise<void>;
  /** Whether something was typed that only this page has; leaving it asks then. */
  readonly setUnsaved: (unsaved: boolean) => void;
  /** The answer to whether to leave what was typed behind. */
  readonly leave: (goes: boolean) => void;
  readonly dismissNotice: () => void;
  readonly dismissPractice: () => void;
}

export interface App {
  readonly store: Store;
  readonly actions: AppActions;
  readonly services: AppServices;
}

const personKey = "handoffoffice:person";

const initial: AppState = {
  boot: loading,
  signingIn: undefined,
  people: [],
  me: undefined,
  route: { screen: "home" },
  online: true,
  home: loading,
  workflows: {},
  reviewers: [],
  handoff: undefined,
  drafting: undefined,
  selected: undefined,
  triage: noTriage,
  practice: undefined,
  placed: undefined,
  openDocument: undefined,
  sealedHere: undefined,
  stops: loading,
  notice: undefined,
  unsaved: false,
  leaving: undefined,
  busy: new Set(),
  announcement: "",
};

/** Who is signed in on first open: whoever was last, else the first author. */
function firstPerson(people: readonly LocalPerson[], remembered: string | null) {
  return (
    people.find((person) => person.id === remembered) ??
    people.find((person) => person.roles.includes("Author")) ??
    people[0]
  );
}

/** What is said where somebody else was faster. */
function staleNotice(failure: ApiError): Notice {
  if (failure.draftReplaced)
    return {
      intent: "info",
      title: strings.told.replacedTitle,
      body: strings.told.replacedBody,
    };
  const notice = describeFailure(failure);
  return { ...notice, body: `${notice.body} ${strings.problems.reloaded}` };
}

export function createApp(services: AppServices): App {
  const { api, host, tokens, storage } = services;
  const store = createStore<AppState>(() => initial);
  const { setState: set, getState: get } = store;

  const noticeOf = (error: unknown): Notice => describeFailure(asApiError(error));

  async function refresh(id: string): Promise<void> {
    const fresh = await api.handoff(id).catch(() => undefined);
    if (fresh && valueOf(get().handoff)?.id === id) set({ handoff: ready(fresh) });
  }

  async function attempt<T>(key: string, run: () => Promise<T>): Promise<T | undefined> {
    set((state) => ({ busy: new Set(state.busy).add(key) }));
    try {
      return await run();
    } catch (error) {
      const failure = asApiError(error);
      const handoff = valueOf(get().handoff);
      // Somebody else was faster: what is on screen is old, so show what is true now and say so.
      if (failure.stale && handoff) {
        const fresh = await api.handoff(handoff.id).catch(() => undefined);
        if (fresh) set({ handoff: ready(fresh) });
        set({ notice: staleNotice(failure) });
      } else set({ notice: describeFailure(failure) });
      return undefined;
    } finally {
      set((state) => {
        const busy = new Set(state.busy);
        busy.delete(key);
        return { busy };
      });
    }
  }

  const asksBefore = (go: () => void): boolean => {
    const { unsaved } = get();
    if (unsaved) set({ leaving: go });
    return unsaved;
  };

  /** The same for going somewhere else than where the person is. */
  const asksBeforeGoing = (route: Route): boolean =>
    formatRoute(route) !== formatRoute(get().route) && asksBefore(() => navigate(route));

  const navigate = (route: Route) => {
    const hash = formatRoute(route);
    if (asksBeforeGoing(route)) return;
    if (globalThis.location.hash === hash) actions.arrive(hash);
    else globalThis.location.hash = hash;
  };

  const context: ActionContext = {
    ...services,
    store,
    attempt,
    navigate,
    asksBefore,
    refresh,
    loadWorkflow: (key, version) => actions.loadWorkflow(key, version),
    reportInstallation: installationReport(services, store),
  };
  const handoff = handoffActions(context);

  /** Whoever was last is signed in, with no password. */
  async function beLocal(): Promise<void> {
    const people = await api.localPeople();
    set({ people });
    const person = firstPerson(people, storage.getItem(personKey));
    if (person) tokens.signInAs(person.id);
  }

  async function open(configuration: Configuration): Promise<void> {
    // Home's lists come beside who the person is, not after it.
    const listsAsked = get().route.screen === "home";
    if (listsAsked) {
      set({ home: loading });
      void actions.loadHome();
    }
    set({ me: await api.me(), boot: ready(configuration), signingIn: undefined });
    void context.reportInstallation();
    actions.arrive(globalThis.location.hash, listsAsked);
    await handoff.openMarked();
    await handoff.openMarkedDocument();
  }

  const signIn = signInActions(context, open);

  const actions: AppActions = {
    ...handoff,
    ...signIn.actions,
    navigate,
    async start() {
      set({ boot: loading, route: parseRoute(globalThis.location.hash) });
      try {
        const configuration = await api.configuration();
        if (configuration.identity.kind === "Entra") await signIn.start(configuration);
        else {
          await beLocal();
          await open(configuration);
        }
      } catch (error) {
        set({ boot: { status: "failed", notice: noticeOf(error) } });
      }
    },
    arrive(hash, listsAsked = false) {
      const route = parseRoute(hash);
      const before = get().route;
      if (asksBeforeGoing(route)) {
        // The address goes back to what is on screen until the person has said what to do.
        globalThis.history.replaceState(null, "", formatRoute(before));
        return;
      }
      // A mark in the document belongs to the review; on signing, the whole text counts.
      const leaving = route.screen === "handoff" && route.step === "sign";
      set({ route, notice: undefined, ...(leaving ? { selected: undefined } : {}) });
      if (get().boot.status !== "ready") return;
      void actions.loadStops();
      const listed = route.screen === "home" || route.screen === "admin";
      if (listed && !listsAsked) void actions.loadHome();
      if (route.screen === "start") void actions.loadWorkflow(route.workflow);
      const shown = valueOf(get().handoff)?.id;
      if (route.screen !== "handoff") set({ handoff: undefined, selected: undefined });
      else if (shown !== route.id || before.screen !== "handoff")
        void handoff.loadHandoff(route.id);
    },
    async switchPerson(personId) {
      if (asksBefore(() => void actions.switchPerson(personId))) return;
      handoff.stopDraft();
      tokens.signInAs(personId);
      storage.setItem(personKey, personId);
      const me = await attempt("person", () => api.me());
      if (!me) return;
      set({
        me,
        home: loading,
        // Which version is in force is not the same for everybody.
        workflows: {},
        reviewers: [],
        drafting: undefined,
        notice: undefined,
        announcement: strings.signedInAs(me.name),
      });
      void context.reportInstallation();
      const { route } = get();
      if (route.screen === "handoff") await handoff.loadHandoff(route.id);
      else navigate({ screen: "home" });
    },
    async loadHome() {
      try {
        const [workflows, waiting, mine] = await Promise.all([
          api.workflows(),
          api.handoffs("Waiting"),
          api.handoffs("Mine"),
        ]);
        set({ home: ready({ workflows, waiting, mine }) });
      } catch (error) {
        set({ home: { status: "failed", notice: noticeOf(error) } });
      }
    },
    async loadWorkflow(key, version) {
      const id = workflowId(key, version);
      const put = (value: AppState["workflows"][string]) =>
        set((state) => ({ workflows: { ...state.workflows, [id]: value } }));
      if (get().workflows[id]?.status !== "ready") put(loading);
      try {
        const [workflow, reviewers] = await Promise.all([
          api.workflow(key, version),
          api.people("Reviewer"),
        ]);
        set({ reviewers });
        put(ready(workflow));
      } catch (error) {
        put({ status: "failed", notice: noticeOf(error) });
      }
    },
    async loadStops() {
      try {
        set({ stops: ready(await api.stops()) });
      } catch (error) {
        set({ stops: { status: "failed", notice: noticeOf(error) } });
      }
    },
    async exportLedger() {
      const blob = await attempt("ledger", () => api.exportLedger());
      if (!blob) return;
      host.save({ name: "ledger.jsonl", blob });
      set({ announcement: strings.told.exported });
    },
    async liftMyAbsence() {
      if (await attempt("absence", () => api.liftMyAbsence()))
        set({ announcement: strings.told.absenceEnded });
    },
    announce: (announcement) => set({ announcement }),
    setOnline: (online) => set({ online }),
    async chooseLanguage(language) {
      if (asksBefore(() => void actions.chooseLanguage(language))) return;
      handoff.stopDraft();
      // The screens go first: as they go, they keep what was typed a moment ago.
      set({ boot: loading });
      await api.settled();
      reopenIn(language, storage);
    },
    setUnsaved: (unsaved) => set({ unsaved }),
    leave(goes) {
      const go = get().leaving;
      set(goes ? { leaving: undefined, unsaved: false } : { leaving: undefined });
      if (goes) go?.();
    },
    dismissNotice: () => set({ notice: undefined }),
    dismissPractice: () => set({ practice: undefined }),
  };

  return { store, actions, services };
}
