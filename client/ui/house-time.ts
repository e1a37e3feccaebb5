import { createContext } from 'react';
import type { RunningClock } from '../api/house-clock.ts';

/** The clock of the view that a surface shows; without one, the browser's time has to do. */
export const HouseTime = createContext<RunningClock | undefined>(undefined);
