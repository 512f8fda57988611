import { formatNumber } from "../../format";
import { count } from "./count";

const rows = (value: number) => `${formatNumber(value)} ${value === 1 ? "row" : "rows"}`;

/** The words about filling a list from a file, and about long lists. */
export const filling = {
  action: "Fill from a file",
  title: (label: string) => `Fill ${label} from a file`,
  lead: "A table (CSV, Excel), a mail or mail thread (.eml, text) or a document (.docx). Nothing is stored before you hand it over.",
  columns: (names: string) => `A table names its columns in the first row: ${names}.`,
  choose: "Choose a file",
  another: "Choose another file",
  drop: "or drop it here",
  reading: (name: string) => `Reading ${name}…`,
  found: (found: number, name: string) => `${rows(found)} in ${name}`,
  foundNone: (name: string) => `There is no row in ${name}.`,
  matched: "Columns",
  heading: "In the file",
  field: "Goes into",
  leftOut: "left out",
  firstRows: (shown: number, all: number) =>
    shown < all ? `The first ${String(shown)} of ${rows(all)}` : "The rows",
  unfit: (found: number) => `${rows(found)} ${found === 1 ? "does" : "do"} not fit`,
  unfitLead: "They are taken as they are written, and the form marks what to correct.",
  unfitRow: (row: number, detail: string) => `Row ${formatNumber(row)}: ${detail}`,
  more: (rest: number) => `and ${formatNumber(rest)} more`,
  allFit: "Every row fits.",
  leaveOut: (found: number) =>
    `Leave out ${found === 1 ? "the row" : "the rows"} that ${found === 1 ? "does" : "do"} not fit`,
  replace: "Replace the rows that are there",
  take: (found: number) => `Take ${rows(found)}`,
  taken: (found: number) => `${rows(found)} taken over.`,
  tooMany: (most: number) => `The list takes ${formatNumber(most)} at most.`,
  wrongKind: (name: string) =>
    `${name} is no table, mail or document. Save it as .csv, .xlsx, .eml, .txt or .docx and choose it again.`,
  tooLarge: "The file is larger than 20 MB. Take the part of it that matters.",
  page: (from: number, to: number, all: number) =>
    `${formatNumber(from)} to ${formatNumber(to)} of ${rows(all)}`,
  pages: (label: string) => `Pages of ${label}`,
  first: "First rows",
  previous: "Rows before",
  next: "Rows after",
  last: "Last rows",
  moreProblems: (rest: number) => `${count(rest, "more entry", "more entries")} after these.`,
};
