import { useEffect, useRef, useState } from 'react';

/** The input as it stood when it had not changed for that long; null at once when there is none. */
export function useSettled<Input>(input: Input | null, delayMs: number): Input | null {
  const [asked, setAsked] = useState(input);
  const latest = useRef(input);
  latest.current = input;
  const key = JSON.stringify(input);
  // Another key is another input; the object itself is made anew at every render.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the input
  useEffect(() => {
    const timer = setTimeout(() => setAsked(latest.current), delayMs);
    return () => clearTimeout(timer);
  }, [key, delayMs]);
  return input === null ? null : asked;
}
