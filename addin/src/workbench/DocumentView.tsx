import { Button, makeStyles, mergeClasses, Spinner, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { asApiError, describeFailure, type Notice } from "../api/problems";
import type { HandoffView } from "../api/types";
import { NoticeBar } from "../components/NoticeBar";
import type { BrowserHost } from "../host/BrowserHost";
import { useApp, useAppState } from "../store/context";
import { strings } from "../strings";
import { PaperSkeleton } from "./Paper";
import { renderDocx, type RenderedDocument } from "./renderDocx";

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
  notice: { padding: tokens.spacingHorizontalL },
  busy: {
    position: "absolute",
    top: tokens.spacingVerticalM,
    right: tokens.spacingHorizontalL,
    zIndex: 1,
  },
});

/** The page's own tree, so that a document's styles and ids stay away from ours. A click on a change selects it. */
function openPage(element: HTMLElement, host: BrowserHost): ShadowRoot {
  const root = element.attachShadow({ mode: "open" });
  root.addEventListener("click", (event) => {
    const target =
      event.target instanceof Element ? event.target.closest("[data-change-id]") : null;
    const changeId = target?.getAttribute("data-change-id");
    if (changeId) host.selected(changeId);
  });
  return root;
}

function mark(rendered: RenderedDocument | undefined, changeId: string | undefined): void {
  for (const [id, elements] of rendered?.elements ?? [])
    for (const element of elements) element.classList.toggle("selected", id === changeId);
  // Two changes can share a paragraph: what the selected one marked must stay.
  if (changeId !== undefined)
    for (const element of rendered?.elements.get(changeId) ?? []) element.classList.add("selected");
}

interface DocumentViewProps {
  readonly view: HandoffView;
  readonly host: BrowserHost;
  readonly mail?: boolean;
}

/** The document as it stands on the server, rendered; connected with the pane through the host. */
export function DocumentView({ view, host, mail = false }: DocumentViewProps) {
  const styles = useStyles();
  const { api } = useApp().services;
  const selected = useAppState((state) => state.selected);
  const scroller = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const rendered = useRef<RenderedDocument>(undefined);
  const current = useRef(selected);
  const [status, setStatus] = useState<"loading" | "refreshing" | "ready">("loading");
  const [failure, setFailure] = useState<Notice>();
  const [attempt, setAttempt] = useState(0);

  const reveal = useCallback((changeId: string) => {
    mark(rendered.current, changeId);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    rendered.current?.elements
      .get(changeId)?.[0]
      ?.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  }, []);

  useEffect(() => host.attach({ reveal }), [host, reveal]);

  useEffect(() => {
    current.current = selected;
    mark(rendered.current, selected);
  }, [selected]);

  const draw = useEffectEvent(async (signal: AbortSignal) => {
    const element = page.current;
    if (!element) return;
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
    const root = element.shadowRoot ?? openPage(element, host);
    const top = scroller.current?.scrollTop ?? 0;
    try {
      rendered.current = await renderDocx(root, file, view);
      setFailure(undefined);
    } catch (error) {
      // A document that the renderer cannot take must not take the pane down with it; the console keeps the cause.
      reportError(error);
      setFailure(strings.workbench.unreadable);
    }
    // The new picture replaces the old one in place: whoever was reading keeps their line.
    if (scroller.current) scroller.current.scrollTop = top;
    mark(rendered.current, current.current);
    setStatus("ready");
  });

  // The etag names the content: nothing else of the view changes what is drawn.
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => void draw(stop.signal), rendered.current ? settleTime : 0);
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
        <div
          ref={page}
          data-mail={mail ? "" : undefined}
          className={mergeClasses(status === "loading" && styles.hidden)}
        />
      </div>
    </div>
  );
}
