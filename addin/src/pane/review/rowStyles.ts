import { makeStyles, tokens } from "@fluentui/react-components";

/** How the rows of the review look. */
export const useRowStyles = makeStyles({
  row: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderLeftWidth: "3px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    scrollMarginBlock: tokens.spacingVerticalXXL,
  },
  selected: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    borderLeftWidth: "3px",
    boxShadow: tokens.shadow4,
    "@media (forced-colors: active)": { outline: "2px solid Highlight" },
  },
  settled: { backgroundColor: tokens.colorNeutralBackground2 },
  text: {
    display: "block",
    width: "100%",
    border: "none",
    background: "none",
    padding: 0,
    margin: 0,
    font: "inherit",
    color: "inherit",
    textAlign: "start",
    cursor: "pointer",
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "3px",
      borderRadius: tokens.borderRadiusMedium,
    },
  },
});
