import {
  Button,
  FluentProvider,
  makeStyles,
  mergeClasses,
  Spinner,
  tokens,
  webLightTheme,
} from "@fluentui/react-components";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { asApiError, describeFailure, type Notice } from "../api/problems";
import type { HandoffView } from "../api/types";
import { NoticeBar } from "../components/NoticeBar";
import type { BrowserHost } from "../host/BrowserHost";
import { useApp, useAppState } from "../store/context";
import { strings } from "../strings";
import type { TrackedChange } from "./changes/change";
import { ChosenCard, type Chosen } from "./changes/ChosenCard";
import { lightCurrent, lightFocused, lightSelected, scrollTo } from "./changes/light";
import { elementsOf, placeOf, reviewOf } from "./changes/links";
import { PaperSkeleton } from "./Paper";
import { renderDocx, type RenderedDocument } from "./renderDocx";
import { useNarrow } from "./useNarrow";
import { usePage } from "./usePage";

/** Decisions come quickly by keyboard; one picture after the last of them is enough. */
const settleTime = 120;

const useStyles = makeStyles({
  root: {
    position: "relative",
    flexGrow: 1,
    minHeight: 0,
    display: "flex",
    flexDirection: "column",
  },
  scroll: { flexGrow: 1, minHeight: 0, overflow: "auto", position: "relative" },
  hidden: { visibility: "hidden", height: 0, overflow: "hidden" },
  // A page stays white in dark mode, as the paper that is printed from it will: its colors are those of the light theme.
  paper: { backgroundColor: "transparent", textAlign: "start" },
  notice: { padding: tokens.spacingHorizontalL },
  busy: {
    position: "absolute",
    top: tokens.spacingVerticalM,
    right: tokens.spacingHorizontalL,
    zIndex: 1,
  },
});

interface DocumentViewProps {
  readonly view: HandoffView;
  readonly host: BrowserHost;
  readonly mail: boolean;
  /** Tells what is tracked in the document, each time it was read. */
  readonly onChanges: (changes: readonly TrackedChange[]) => void;
}

/** The document as it stands on the server, rendered; connected with the pane through the host. */
export function DocumentView({ view, host, mail, onChanges }: DocumentViewProps) {
  const styles = useStyles();
  const { api } = useApp().services;
  const selected = useAppState((state) => state.selected);
  const isNarrow = useNarrow();
  const scroller = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<RenderedDocument>();
  const [status, setStatus] = useState<"loading" | "refreshing" | "ready">("loading");
  const [failure, setFailure] = useState<Notice>();
  const [attempt, setAttempt] = useState(0);
  const [chosen, setChosen] = useState<Chosen>();

  const find = (id: string | undefined): readonly HTMLElement[] => {
    const root = page.current?.shadowRoot;
    const change = view.changes.find((each) => each.id === id);
    const finding = view.findings.find((each) => each.id === id);
    if (!root || !drawn) return [];
    if (change) return elementsOf(drawn, root, change);
    return finding ? placeOf(root, finding) : [];
  };
  const light = (changeId: string | undefined) => {
    const root = page.current?.shadowRoot;
    if (root) lightSelected(root, find(changeId));
  };
  const lightChosen = (key: number | undefined) => {
    const root = page.current?.shadowRoot;
    if (root) lightCurrent(root, drawn, key);
  };

  const reveal = useEffectEvent((changeId: string) => {
    light(changeId);
    scrollTo(find(changeId)[0]);
  });
  useEffect(() => host.attach({ reveal: (changeId) => reveal(changeId) }), [host]);

  const lightNow = useEffectEvent((changeId: string | undefined) => light(changeId));
  useEffect(() => lightNow(selected), [selected, drawn]);

  const choose = (key: number, piece: HTMLElement) => {
    const [first = piece] = drawn?.elements.get(key) ?? [];
    // Words reached by keyboard have a handle without size: the card stands beside the words.
    setChosen({ key, anchor: piece.matches(".handle") ? first : piece });
    lightChosen(key);
    const change = drawn?.changes[key];
    const reviewed = change && reviewOf(view, change);
    if (reviewed && !isNarrow) host.selected(reviewed.id);
  };
  const leave = () => {
    const pieces = drawn?.elements.get(chosen?.key ?? -1) ?? [];
    lightChosen(undefined);
    setChosen(undefined);
    pieces.find((piece) => piece.matches("button"))?.focus({ preventScroll: true });
  };
  const goTo = (key: number) => {
    const piece = drawn?.elements.get(key)?.[0];
    if (!piece) return;
    scrollTo(piece);
    choose(key, piece);
  };

  usePage(page, {
    onChoose: choose,
    onFocus: (key) => {
      const root = page.current?.shadowRoot;
      if (root) lightFocused(root, drawn, key);
    },
  });

  const draw = useEffectEvent(async (signal: AbortSignal) => {
    const root = page.current?.shadowRoot;
    if (!root) return;
    setStatus((before) => (before === "loading" ? "loading" : "refreshing"));
    let file: Blob;
    try {
      file = await api.document(view.id, signal);
    } catch (error) {
      const failed = asApiError(error);
      if (failed.kind !== "aborted") setFailure(describeFailure(failed));
      setStatus("ready");
      return;
    }
    if (signal.aborted) return;
    const top = scroller.current?.scrollTop ?? 0;
    try {
      const fresh = await renderDocx(root, file);
      setDrawn(fresh);
      onChanges(fresh.changes);
      setFailure(undefined);
    } catch (error) {
      // A document that the renderer cannot take must not take the pane down with it; the console keeps the cause.
      reportError(error);
      setFailure({ intent: "warning", ...strings.workbench.unreadable });
    }
    // The new picture replaces the old one in place: whoever was reading keeps their line.
    if (scroller.current) scroller.current.scrollTop = top;
    // The words that a card stood beside are gone with the old picture.
    setChosen(undefined);
    setStatus("ready");
  });

  const delay = useEffectEvent(() => (drawn ? settleTime : 0));
  // The etag names the content: nothing else of the view changes what is drawn.
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => void draw(stop.signal), delay());
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [view.id, view.etag, attempt]);

  return (
    <div className={styles.root}>
      {status === "refreshing" && (
        <Spinner size="tiny" className={styles.busy} aria-label={strings.loading} />
      )}
      {failure && (
        <div className={styles.notice}>
          <NoticeBar notice={{ ...failure, title: strings.workbench.documentFailed }}>
            <Button onClick={() => setAttempt((count) => count + 1)}>{strings.retry}</Button>
          </NoticeBar>
        </div>
      )}
      {/* A scrolling region must be reachable by keyboard (WCAG 2.1.1). */}
      <div
        ref={scroller}
        className={styles.scroll}
        role="region"
        aria-label={strings.workbench.documentLabel}
        aria-busy={status !== "ready"}
        tabIndex={0}
      >
        {status === "loading" && !failure && <PaperSkeleton mail={mail} />}
        {/* A document has a direction of its own: Word's is from left to right where no paragraph says otherwise. */}
        <FluentProvider theme={webLightTheme} dir="ltr" className={styles.paper}>
          <div
            ref={page}
            data-mail={mail ? "" : undefined}
            className={mergeClasses(status === "loading" && styles.hidden)}
          />
        </FluentProvider>
      </div>
      {chosen && (
        <ChosenCard
          view={view}
          chosen={chosen}
          changes={drawn?.changes ?? []}
          onGo={goTo}
          onDecide={isNarrow ? (changeId) => host.selected(changeId) : undefined}
          onClose={leave}
        />
      )}
    </div>
  );
}
