import type { SkillEntry } from '#matching';
import agriculture from './seed/agriculture.json' with { type: 'json' };
import artsAndCulture from './seed/arts-and-culture.json' with { type: 'json' };
import builtEnvironment from './seed/built-environment.json' with { type: 'json' };
import community from './seed/community.json' with { type: 'json' };
import dataAndAi from './seed/data-and-ai.json' with { type: 'json' };
import design from './seed/design.json' with { type: 'json' };
import education from './seed/education.json' with { type: 'json' };
import events from './seed/events.json' with { type: 'json' };
import fashion from './seed/fashion.json' with { type: 'json' };
import finance from './seed/finance.json' with { type: 'json' };
import foodAndHospitality from './seed/food-and-hospitality.json' with { type: 'json' };
import funding from './seed/funding.json' with { type: 'json' };
import health from './seed/health.json' with { type: 'json' };
import humanResources from './seed/human-resources.json' with { type: 'json' };
import it from './seed/it.json' with { type: 'json' };
import languages from './seed/languages.json' with { type: 'json' };
import legal from './seed/legal.json' with { type: 'json' };
import making from './seed/making.json' with { type: 'json' };
import marketing from './seed/marketing.json' with { type: 'json' };
import media from './seed/media.json' with { type: 'json' };
import operations from './seed/operations.json' with { type: 'json' };
import retail from './seed/retail.json' with { type: 'json' };
import sales from './seed/sales.json' with { type: 'json' };
import software from './seed/software.json' with { type: 'json' };
import strategy from './seed/strategy.json' with { type: 'json' };
import sustainability from './seed/sustainability.json' with { type: 'json' };
import trade from './seed/trade.json' with { type: 'json' };
import training from './seed/training.json' with { type: 'json' };
import userExperience from './seed/user-experience.json' with { type: 'json' };
import writing from './seed/writing.json' with { type: 'json' };

/** The vocabulary that ships with the product: one file a field, each beginning with the field itself. */
export const seed: readonly SkillEntry[] = [
  ...finance,
  ...legal,
  ...humanResources,
  ...funding,
  ...strategy,
  ...sales,
  ...marketing,
  ...writing,
  ...languages,
  ...design,
  ...userExperience,
  ...software,
  ...dataAndAi,
  ...it,
  ...media,
  ...events,
  ...training,
  ...operations,
  ...trade,
  ...retail,
  ...foodAndHospitality,
  ...agriculture,
  ...fashion,
  ...making,
  ...builtEnvironment,
  ...sustainability,
  ...health,
  ...education,
  ...community,
  ...artsAndCulture,
];
