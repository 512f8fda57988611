/** A change that the document should show as a tracked insertion. */
export interface PendingChange {
  readonly id: string;
  readonly text: string;
}

const squeeze = (text: string) => text.replaceAll(/\s+/gu, "");

/** Where each insertion begins and ends in the text of all of them, white space left out. */
function lay(texts: readonly string[]) {
  let whole = "";
  const spans = texts.map((text) => {
    const start = whole.length;
    whole += squeeze(text);
    return { start, end: whole.length };
  });
  return { whole, spans };
}

/**
 * Finds for each pending change the insertions that show it, by document order and by text. A change can be spread over
 * several insertions (a comment or formatting splits runs), and one insertion can hold several changes (neighbours of
 * one author are merged). A change whose text is not there is left out: nothing is marked rather than the wrong thing.
 * Returns, per change id, indexes into `insertions`.
 */
export function mapInsertions(
  changes: readonly PendingChange[],
  insertions: readonly string[],
): Map<string, number[]> {
  const { whole, spans } = lay(insertions);
  const found = new Map<string, number[]>();
  let cursor = 0;
  for (const { id, text } of changes) {
    const wanted = squeeze(text);
    if (wanted === "") continue;
    const at = whole.indexOf(wanted, cursor);
    if (at < 0) continue;
    const end = at + wanted.length;
    cursor = end;
    found.set(
      id,
      spans.flatMap((span, index) =>
        span.start < end && span.end > at && span.end > span.start ? [index] : [],
      ),
    );
  }
  return found;
}
