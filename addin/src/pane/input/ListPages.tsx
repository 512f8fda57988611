import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import {
  ChevronDoubleLeft16Regular,
  ChevronDoubleRight16Regular,
  ChevronLeft16Regular,
  ChevronRight16Regular,
} from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { Named } from "../../components/Named";
import { strings } from "../../strings";

const words = strings.filling;

/** Rows on one page: a few more than anybody sees at once, and few enough for any browser. */
export const pageRows = 25;

/** Up to this many rows stand in one piece. */
const wholeRows = 50;

export const pagesOf = (rows: number): number =>
  rows <= wholeRows ? 1 : Math.ceil(rows / pageRows);

/** The first row of a page and the row after its last, counted from 0. */
export const rangeOf = (page: number, rows: number): readonly [from: number, to: number] =>
  pagesOf(rows) === 1 ? [0, rows] : [page * pageRows, Math.min(rows, (page + 1) * pageRows)];

/** The page that a row is on. */
export const pageOf = (row: number, rows: number): number =>
  pagesOf(rows) === 1 ? 0 : Math.floor(row / pageRows);

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", alignItems: "center" },
  words: { flexGrow: 1, color: tokens.colorNeutralForeground3 },
});

interface ListPagesProps {
  /** The list's. */
  readonly label: string;
  readonly page: number;
  readonly rows: number;
  readonly onPage: (page: number) => void;
}

/** Which rows of a long list are shown, and the way to the others. */
export function ListPages({ label, page, rows, onPage }: ListPagesProps) {
  const styles = useStyles();
  const last = pagesOf(rows) - 1;
  const [from, to] = rangeOf(page, rows);
  const button = (name: string, icon: ReactElement, target: number, off: boolean) => (
    <Named name={name}>
      <Button
        size="small"
        appearance="subtle"
        icon={icon}
        disabledFocusable={off}
        onClick={() => onPage(target)}
      />
    </Named>
  );
  return (
    <nav aria-label={words.pages(label)} className={styles.root}>
      <Text size={200} role="status" className={styles.words}>
        {words.page(from + 1, to, rows)}
      </Text>
      {button(words.first, <ChevronDoubleLeft16Regular className="directional" />, 0, page === 0)}
      {button(
        words.previous,
        <ChevronLeft16Regular className="directional" />,
        page - 1,
        page === 0,
      )}
      {button(
        words.next,
        <ChevronRight16Regular className="directional" />,
        page + 1,
        page === last,
      )}
      {button(
        words.last,
        <ChevronDoubleRight16Regular className="directional" />,
        last,
        page === last,
      )}
    </nav>
  );
}
