import { strings } from "../strings";

/** Of one block with the space below it, in pixels: as global.css draws it. */
const blockSize = 96;
const space = 16;

/** The shape of what is coming, while it loads; drawn by global.css, as it is before the first script has run. */
export function Waiting({ blocks = 3 }: { readonly blocks?: number }) {
  return (
    <div
      className="waiting"
      role="progressbar"
      aria-busy
      aria-label={strings.loading}
      style={{ blockSize: blocks * blockSize - space }}
    />
  );
}
