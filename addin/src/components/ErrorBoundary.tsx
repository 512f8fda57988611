import { Button } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { strings } from "../strings";
import { NoticeBar } from "./NoticeBar";

interface State {
  readonly failed: boolean;
}

/** A bug of ours must not leave a blank page. The error itself still reaches the console through React. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
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
