import { Suspense, use, type ComponentType, type ReactNode } from "react";
import { loadWords } from "../strings/load";
import type { LaterPart } from "../strings/types";
import { ErrorBoundary, NotLoadedError } from "./ErrorBoundary";
import { Waiting } from "./Waiting";

/** A part of the pane that is in files of its own. */
export interface OnDemand<Props> {
  (props: Props): ReactNode;
  /** Fetches it, so that whoever goes there later waits for nothing. */
  readonly load: () => Promise<void>;
}

interface Options<Props> {
  /** What is there until it has come; else the shape of what is coming. */
  readonly meanwhile?: (props: Props) => ReactNode;
  /** Nobody needs it: where it cannot be had, what was there meanwhile stays, and nothing is said. */
  readonly spare?: boolean;
}

/** What Chromium, Firefox and WebKit say of a module that they could not fetch, and Vite of a stylesheet; a bug in a module says something else. */
const notFetched =
  /dynamically imported module|Importing a module script failed|Unable to preload CSS/;

const wasNotFetched = (error: unknown) => error instanceof Error && notFetched.test(error.message);

/**
 * A part of the pane that is fetched when it is shown, with the words that it says. Where it cannot be had, that is told
 * in its place with a way to try again, and what is around it stays.
 * @param parts the words that it needs beyond those of the first part
 */
export function onDemand<Props extends object>(
  parts: readonly LaterPart[],
  fetched: () => Promise<ComponentType<Props>>,
  { meanwhile = () => <Waiting />, spare = false }: Options<Props> = {},
): OnDemand<Props> {
  let coming: Promise<ComponentType<Props>> | undefined;

  async function fetchIt(): Promise<ComponentType<Props>> {
    try {
      // A screen takes its words at the moment that it is loaded.
      await loadWords(parts);
      return await fetched();
    } catch (error) {
      throw wasNotFetched(error) ? new NotLoadedError(error) : error;
    }
  }

  const begun = () => (coming ??= fetchIt());

  async function load(): Promise<void> {
    try {
      const value = await begun();
      // React reads these of a promise, and draws what is there already at once.
      coming = Object.assign(Promise.resolve(value), { status: "fulfilled", value });
    } catch (error) {
      // It was fetched ahead: whoever goes there has it tried again.
      coming = undefined;
      throw error;
    }
  }

  function Part(props: Props) {
    const Loaded = use(begun());
    return <Loaded {...props} />;
  }

  const Shown = (props: Props) => {
    const first = meanwhile(props);
    return (
      <ErrorBoundary instead={spare ? first : undefined}>
        <Suspense fallback={first}>
          <Part {...props} />
        </Suspense>
      </ErrorBoundary>
    );
  };
  return Object.assign(Shown, { load });
}
