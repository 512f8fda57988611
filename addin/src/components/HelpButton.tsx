import { InfoLabel } from "@fluentui/react-components";
import { strings } from "../strings";
import type { HelpLabelProps } from "./HelpLabel";

/** A label with the button that shows its help. */
export function HelpButton({ children, help }: HelpLabelProps) {
  return (
    <InfoLabel infoButton={{ "aria-label": strings.information }} info={<>{help}</>}>
      {children}
    </InfoLabel>
  );
}
