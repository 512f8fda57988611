import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { HandoffView } from "../../api/types";
import { useActions } from "../../store/context";
import { useInputTime } from "../input/useInputTime";

/** How long nothing is typed before it is kept, in milliseconds. */
const pause = 1500;

/** The most that one report of time says, in seconds. */
const mostSeconds = 3600;

type Keeping = "kept" | "keeping" | "failed";

const ownTexts = (view: HandoffView): Record<string, string> =>
  Object.fromEntries(
    (view.parallel?.sections ?? [])
      .filter((section) => section.owner === "Person")
      .map((section) => [section.key, section.text ?? ""]),
  );

/**
 * What the author writes of their own sections. It is kept a moment after they stop typing, and when they leave; what
 * could not be kept stays on screen and is tried again with the next word.
 */
export function useOwnText(view: HandoffView) {
  const { writeOwn } = useActions();
  const [texts, setTexts] = useState(() => ownTexts(view));
  const [keeping, setKeeping] = useState<Keeping>("kept");
  const latest = useRef(texts);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const time = useInputTime(0);
  const told = useRef(0);

  const keep = async (handIn: boolean): Promise<boolean> => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const sent = latest.current;
    const seconds = Math.min(mostSeconds, Math.round(time() / 1000) - told.current);
    setKeeping("keeping");
    const landed = await writeOwn(sent, seconds, handIn);
    if (landed) told.current += seconds;
    setKeeping(!landed ? "failed" : latest.current === sent ? "kept" : "keeping");
    return landed;
  };

  const leave = useEffectEvent(() => {
    if (timer.current !== undefined) void keep(false);
  });
  useEffect(() => () => leave(), []);

  const write = (section: string, text: string) => {
    latest.current = { ...latest.current, [section]: text };
    setTexts(latest.current);
    setKeeping("keeping");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keep(false), pause);
  };

  return { texts, keeping, write, handIn: () => keep(true), takeBack: () => keep(false) };
}
