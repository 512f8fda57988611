/** A window (a zoomed page, a pane under a tall ribbon) too low for a body that scrolls between head and footer. */
export const shortWindow = "@media (max-height: 640px)";
