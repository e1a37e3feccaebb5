import { use, useEffect, useState } from 'react';
import { houseNow, looksEvery, type RunningClock } from '../api/house-clock.ts';
import { HouseTime } from './house-time.ts';

/** Before the house has told its time there is only the browser's. */
function timeBy(clock: RunningClock | undefined): number {
  return clock ? houseNow(clock, performance.now()) : Date.now();
}

/** The time in the house, told again whenever `every` milliseconds have passed there; at most once a second. */
export function useNow(every: number): number {
  const clock = use(HouseTime);
  const [now, setNow] = useState(() => timeBy(clock));
  useEffect(() => {
    const tell = () => setNow(timeBy(clock));
    // A line that came back may bring another time than the one that is shown.
    tell();
    const timer = setInterval(tell, looksEvery(every, clock?.speed ?? 1));
    return () => clearInterval(timer);
  }, [clock, every]);
  return now;
}
