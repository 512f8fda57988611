/** How long somebody may do nothing and still count as reading, in milliseconds: some 120 words at 238 a minute. */
export const idleAfter = 30_000;

/** How long a change has to be on screen to count as seen, in milliseconds. */
export const seenAfter = 1_000;

/** What is told to the server at a time. */
export interface Look {
  readonly activeMilliseconds: number;
  readonly seen: string[];
}

/**
 * Counts the time that somebody has the text in view: the page visible and in focus, and something done within the last half minute.
 * It is given the time and never asks for it.
 */
export class Attention {
  private active = 0;
  private attentive = false;
  private readonly shown = new Map<string, number>();
  private readonly seen = new Set<string>();

  constructor(
    private last: number,
    private touched = last,
  ) {}

  /** Something was done: a key, the pointer, scrolling. */
  touch(now: number): void {
    this.advance(now);
    this.touched = now;
  }

  /** Whether the page is visible and in focus from now on. */
  attend(attentive: boolean, now: number): void {
    this.advance(now);
    this.attentive = attentive;
    if (attentive) this.touched = now;
  }

  /** Whether a change is on screen from now on. */
  show(id: string, on: boolean, now: number): void {
    this.advance(now);
    if (!on) this.shown.delete(id);
    else if (!this.shown.has(id)) this.shown.set(id, 0);
  }

  /** What has come together since it was last taken. */
  take(now: number): Look {
    this.advance(now);
    const look = { activeMilliseconds: Math.round(this.active), seen: [...this.seen] };
    this.active = 0;
    this.seen.clear();
    return look;
  }

  /** Puts back what could not be told. */
  putBack(look: Look): void {
    this.active += look.activeMilliseconds;
    look.seen.forEach((id) => this.seen.add(id));
  }

  private advance(now: number): void {
    const until = Math.min(now, this.touched + idleAfter);
    const passed = this.attentive ? Math.max(0, until - this.last) : 0;
    this.last = Math.max(now, this.last);
    this.active += passed;
    for (const [id, time] of this.shown) {
      this.shown.set(id, time + passed);
      if (time + passed >= seenAfter) this.seen.add(id);
    }
  }
}
