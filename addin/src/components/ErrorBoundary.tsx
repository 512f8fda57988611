import { Button } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { strings } from "../strings";
import { NoticeBar } from "./NoticeBar";
import { TryAgain } from "./TryAgain";

/** A part of the pane could not be fetched: there is no connection, or the server has a newer pane with other files. */
export class NotLoadedError extends Error {
  constructor(cause: unknown) {
    super("A part of the pane could not be fetched.", { cause });
    this.name = "NotLoadedError";
  }
}

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** What is there where the children could not be fetched; else it is said that they could not. */
  readonly instead?: ReactNode;
}

interface State {
  readonly failed: "broken" | "notLoaded" | undefined;
}

/** A bug of ours must not leave a blank page, nor must a lost connection. The error itself still reaches the console through React. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { failed: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { failed: error instanceof NotLoadedError ? "notLoaded" : "broken" };
  }

  override render(): ReactNode {
    switch (this.state.failed) {
      case undefined:
        return this.props.children;
      case "notLoaded":
        return this.props.instead ?? <TryAgain />;
      case "broken":
        return (
          <NoticeBar
            notice={{
              intent: "error",
              title: strings.problems.crashTitle,
              body: strings.problems.crashBody,
            }}
          >
            <Button onClick={() => globalThis.location.reload()}>{strings.problems.reload}</Button>
          </NoticeBar>
        );
    }
  }
}
