import type { KioskView } from '#contract/boards';
import type { Connection } from '../api/live.ts';
import type { Happening, Visit } from './steps.ts';

/** What every screen of a visit is given. */
export interface ScreenProps {
  readonly visit: Visit;
  readonly view: KioskView;
  readonly connection: Connection;
  readonly on: (happening: Happening) => void;
}
