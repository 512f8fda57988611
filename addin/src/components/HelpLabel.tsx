import { Label } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { onDemand } from "./onDemand";

export interface HelpLabelProps {
  /** The label itself. */
  readonly children: string;
  readonly help: ReactNode;
}

/** A label with a button that shows help. The button comes a moment after the label, and has its place from the start. */
export const HelpLabel = onDemand<HelpLabelProps>(
  [],
  async () => (await import("./HelpButton")).HelpButton,
  {
    meanwhile: ({ children }) => (
      <span>
        <Label>{children}</Label>
        <span style={{ display: "inline-block", width: "24px" }} />
      </span>
    ),
    spare: true,
  },
);
