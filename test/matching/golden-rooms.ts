import type { EngineEvent, Fact } from '../../matching/index.ts';
import { arrived, changed, DAY, focus, helped, met, NOON, offered } from './builders.ts';

/** A room whose right answer a person wrote down. `for` is who asks; `with` whom they should meet, best first. */
export interface GoldenRoom {
  because: string;
  events: EngineEvent[];
  for: string;
  with: string[];
  /** What the first one can do for who asks, and the reverse. */
  gets?: Fact[];
  gives?: Fact[];
}

const offers = (need: string, offer = need): Fact => ({ code: 'offers_what_you_need', need, offer });
const speaks = (...words: string[]): Fact => ({ code: 'speaks_of_it', words });

const sam = changed('sam', { offers: ['ux'], needs: ['vat'] });
const ana = changed('ana', { offers: ['vat'], needs: ['ux'] });
const bea = changed('bea', { offers: ['bakery'] });

export const goldenRooms: GoldenRoom[] = [
  {
    because: 'each offers what the other keeps needing',
    events: [sam, ana, bea, arrived('sam'), arrived('bea'), arrived('ana')],
    for: 'ana',
    with: ['sam'],
    gets: [offers('ux')],
    gives: [offers('vat')],
  },
  {
    because: 'a newcomer without history is found by what they offer, in the other language',
    events: [
      changed('joris', { languages: ['nl'] }),
      changed('ana', { offers: ['tax'] }),
      bea,
      arrived('joris', 'ik zoek een belastingadviseur'),
      arrived('bea'),
      arrived('ana'),
    ],
    for: 'joris',
    with: ['ana'],
    gets: [offers('tax')],
    gives: [],
  },
  {
    because: 'a broad offer answers a narrow need, but the exact offer comes first',
    events: [
      changed('kim'),
      changed('tom', { offers: ['tax'] }),
      changed('vera', { offers: ['vat'] }),
      arrived('kim', '', { focus: focus('', ['vat']) }),
      arrived('tom'),
      arrived('vera'),
    ],
    for: 'kim',
    with: ['vera', 'tom'],
    gets: [offers('vat')],
  },
  {
    because: 'a narrow offer answers a broad need',
    events: [
      changed('kim'),
      changed('lou', { offers: ['logo'] }),
      arrived('kim', 'looking for design help'),
      arrived('lou'),
    ],
    for: 'kim',
    with: ['lou'],
    gets: [offers('design', 'logo')],
  },
  {
    because: 'a mistyped word is still understood',
    events: [
      changed('kim'),
      changed('pia', { offers: ['photo'] }),
      bea,
      arrived('kim', 'some photograhpy for my shop'),
      arrived('pia'),
      arrived('bea'),
    ],
    for: 'kim',
    with: ['pia'],
    gets: [offers('photo')],
  },
  {
    because: 'an Arabic need meets an offer chosen in English',
    events: [
      changed('huda', { languages: ['ar'] }),
      changed('dev', { offers: ['apps'] }),
      bea,
      arrived('huda', 'أبحث عن شخص يساعدني في تطوير تطبيق'),
      arrived('dev'),
      arrived('bea'),
    ],
    for: 'huda',
    with: ['dev'],
    gets: [offers('apps')],
  },
  {
    because: 'a Japanese need meets two offers, one person having both',
    events: [
      changed('yuki', { languages: ['ja'] }),
      changed('dev', { offers: ['apps', 'bakery'] }),
      changed('tess', { offers: ['translation'] }),
      arrived('yuki', 'ベーカリー向けのアプリを作りたい'),
      arrived('dev'),
      arrived('tess'),
    ],
    for: 'yuki',
    with: ['dev'],
    gets: [offers('bakery'), offers('apps')],
  },
  {
    because: 'help goes one way: who arrives with an offer only is still introduced to who needs it',
    events: [
      changed('yuki', { languages: ['ja'] }),
      changed('rik', { offers: ['income-tax'], languages: ['nl'] }),
      arrived('yuki', '確定申告の相談がしたい'),
      arrived('rik'),
    ],
    for: 'rik',
    with: ['yuki'],
    gets: [],
    gives: [offers('income-tax')],
  },
  {
    because: 'words nobody has an entry for are found in what people wrote of themselves',
    events: [
      changed('gijs'),
      changed('stef', { about: 'I import Belgian beer and restore wooden canal boats' }),
      changed('mo', { about: 'I sell insurance to small firms' }),
      arrived('gijs', 'how do I restore a wooden boat'),
      arrived('stef'),
      arrived('mo'),
    ],
    for: 'gijs',
    with: ['stef'],
    gets: [speaks('boat', 'restore', 'wooden')],
  },
  {
    because: 'who helped with this before comes before who only says they can',
    events: [
      changed('kim'),
      changed('ola', { offers: ['vat'] }),
      changed('ana', { offers: ['vat'] }),
      changed('cas'),
      helped('cas', 'ana', { at: NOON - 10 * DAY }),
      arrived('kim', '', { focus: focus('help with my vat return', ['vat']) }),
      arrived('ola'),
      arrived('ana'),
    ],
    for: 'kim',
    with: ['ana', 'ola'],
    gets: [
      { code: 'helped_with_this_before', skill: 'vat', at: NOON - 10 * DAY },
      offers('vat'),
      speaks('return', 'vat'),
    ],
  },
  {
    because: 'two people who seek the same are no help to one another',
    events: [
      changed('kim', { about: 'I run a shop' }),
      changed('lee', { about: 'I run a café' }),
      arrived('kim', 'I need somebody for my vat return'),
      arrived('lee', 'who can do my vat return'),
    ],
    for: 'kim',
    with: [],
  },
  {
    because: 'nobody fits',
    events: [
      changed('kim', { offers: ['bakery'] }),
      changed('tess', { offers: ['translation'] }),
      changed('pia', { offers: ['photo'] }),
      arrived('kim', 'I need somebody for my vat return'),
      arrived('tess'),
      arrived('pia', '', { focus: focus('finding people to hire', ['hiring']) }),
    ],
    for: 'kim',
    with: [],
  },
  {
    because: 'one shared word out of many is too little to introduce strangers for',
    events: [
      changed('kim'),
      changed('mo', { about: 'I race pigeons and repair clocks' }),
      arrived(
        'kim',
        'which insurance covers a wooden boat, its mast, sails and clocks in winter storage abroad',
      ),
      arrived('mo'),
    ],
    for: 'kim',
    with: [],
  },
  {
    because: 'a shared common word is no reason',
    events: [
      changed('kim'),
      changed('mo', { about: 'I want to help people and share good ideas with everybody who works here' }),
      arrived('kim', 'I want help with a good idea for work'),
      arrived('mo'),
    ],
    for: 'kim',
    with: [],
  },
  {
    because:
      'the blocked, the closed, the unwilling, the absent and those elsewhere are left out, in both directions',
    events: [
      changed('kim', { blocked: ['ann'] }),
      changed('ann', { offers: ['vat'] }),
      changed('bob', { offers: ['vat'], blocked: ['kim'] }),
      changed('cas', { offers: ['vat'] }),
      changed('dee', { offers: ['vat'], consents: false }),
      changed('els', { offers: ['vat'] }),
      changed('fay', { offers: ['vat'] }),
      changed('gus', { offers: ['vat'] }),
      changed('han', { offers: ['vat'] }),
      arrived('kim', '', { focus: focus('', ['vat']) }),
      arrived('ann'),
      arrived('bob'),
      arrived('cas', '', { openness: 'closed' }),
      arrived('dee'),
      arrived('fay', '', { spaceId: 'cairo' }),
      arrived('gus', '', { openness: 'breaks' }),
      arrived('han'),
    ],
    for: 'kim',
    with: ['han'],
    gets: [offers('vat')],
  },
  {
    because: 'who met or was offered within ninety days waits; after that they may meet again',
    events: [
      changed('kim'),
      changed('ann', { offers: ['vat'] }),
      changed('bob', { offers: ['vat'] }),
      changed('cas', { offers: ['vat'] }),
      met('kim', 'ann', NOON - 89 * DAY),
      offered('bob', 'kim', NOON - DAY),
      met('cas', 'kim', NOON - 91 * DAY),
      arrived('kim', '', { focus: focus('', ['vat']) }),
      arrived('ann'),
      arrived('bob'),
      arrived('cas'),
    ],
    for: 'kim',
    with: ['cas'],
    gets: [offers('vat')],
  },
  {
    because: 'of two who can help, the colleague and rival steps back',
    events: [
      changed('kim', { offers: ['logo', 'design'], company: 'Studio Noord' }),
      changed('ann', { offers: ['vat', 'logo', 'design'], company: 'Studio Noord' }),
      changed('bob', { offers: ['vat', 'bakery'], company: 'Bakkerij Zuid' }),
      arrived('kim', '', { focus: focus('', ['vat']) }),
      arrived('ann'),
      arrived('bob'),
    ],
    for: 'kim',
    with: ['bob', 'ann'],
    gets: [offers('vat')],
  },
  {
    because: 'of two who can help alike, the one who was offered less this week comes first',
    events: [
      changed('kim'),
      changed('ann', { offers: ['vat'] }),
      changed('bob', { offers: ['vat'] }),
      changed('cas'),
      changed('dee'),
      offered('ann', 'cas', NOON - DAY),
      offered('ann', 'dee', NOON - DAY),
      arrived('kim', '', { focus: focus('', ['vat']) }),
      arrived('ann'),
      arrived('bob'),
    ],
    for: 'kim',
    with: ['bob', 'ann'],
  },
  {
    because: 'a broad offer is enough for a narrow need where nobody offers more',
    events: [
      changed('kim'),
      changed('tom', { offers: ['tax'] }),
      bea,
      arrived('kim', 'help with my vat return'),
      arrived('tom'),
      arrived('bea'),
    ],
    for: 'kim',
    with: ['tom'],
    gets: [offers('vat', 'tax')],
  },
  {
    because: 'who writes of a skill in one language speaks of it, whatever it is called in the other three',
    events: [
      changed('kim'),
      changed('jan', { about: 'fotografie is wat ik het liefste doe' }),
      bea,
      arrived('kim', '', { focus: focus('', ['photo']) }),
      arrived('jan'),
      arrived('bea'),
    ],
    for: 'kim',
    with: ['jan'],
    gets: [speaks('fotografie')],
  },
  {
    because: 'a bare word among others, which names no skill, is no reason',
    events: [
      changed('kim'),
      changed('mo', { about: 'the history of clocks' }),
      arrived('kim', 'printing a history of our village'),
      arrived('mo'),
    ],
    for: 'kim',
    with: [],
  },
];
