import { useReducer } from 'react';
import { AboutScreen } from './about-screen.tsx';
import { DoneScreen } from './done-screen.tsx';
import { DoorScreen } from './door-screen.tsx';
import { FocusScreen } from './focus-screen.tsx';
import { HereScreen } from './here-screen.tsx';
import { IdleGuard } from './idle-guard.tsx';
import { LeftScreen } from './left-screen.tsx';
import { OpennessScreen } from './openness-screen.tsx';
import type { ScreenProps } from './screen-props.ts';
import { SeatScreen } from './seat-screen.tsx';
import { SkillsScreen } from './skills-screen.tsx';
import { greeting, nextVisit, type Step } from './steps.ts';
import { WelcomeScreen } from './welcome-screen.tsx';

const screens = {
  welcome: WelcomeScreen,
  door: DoorScreen,
  here: HereScreen,
  left: LeftScreen,
  about: AboutScreen,
  skills: SkillsScreen,
  focus: FocusScreen,
  openness: OpennessScreen,
  seat: SeatScreen,
  done: DoneScreen,
} as const satisfies Record<Step, (props: ScreenProps) => React.ReactNode>;

/** These end by themselves. */
const unguarded: ReadonlySet<Step> = new Set(['welcome', 'left', 'done']);

/** One person at the kiosk, screen by screen. */
export function VisitScreen({ view, connection }: Pick<ScreenProps, 'view' | 'connection'>) {
  const [visit, on] = useReducer(nextVisit, greeting);
  const Screen = screens[visit.step];
  return (
    <>
      <Screen visit={visit} view={view} connection={connection} on={on} />
      {!unguarded.has(visit.step) && <IdleGuard key={visit.step} onOver={() => on({ type: 'over' })} />}
    </>
  );
}
