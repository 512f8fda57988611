import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  key: {
    display: "inline-block",
    minWidth: "20px",
    boxSizing: "border-box",
    textAlign: "center",
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: `${tokens.strokeWidthThin} solid currentcolor`,
    borderRadius: tokens.borderRadiusSmall,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
});

/** The key that does what the button beside it does; those who hear the screen are told elsewhere. */
export function Key({ children }: { readonly children: ReactNode }) {
  return (
    <kbd aria-hidden className={useStyles().key}>
      {children}
    </kbd>
  );
}
