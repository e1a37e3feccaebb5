import type { Permission, Role } from '#values/actor';

const EVERYBODY = [
  'session:start',
  'session:own',
  'device:announce',
  'room:view',
  'calendar:view',
  'quote:create',
  'booking:create',
  'booker:announce',
  'invoice:read',
  'payment:checkout',
  'impact:view',
  'feed:read',
  'approval:answer',
] as const satisfies Permission[];

/** What a host may; a manager may that, and decide about the money. */
const STAFF = [
  ...EVERYBODY,
  'space:view',
  'skill:view',
  'device:manage',
  'check-in:change',
  'check-in:manage',
  'introduction:manage',
  'lunch:manage',
  'board:view',
  'books:view',
  'invoice:view',
  'payment:manage',
  'fund:view',
  'fund:draw',
  'notification:manage',
  'booking:manage',
  'door:use',
  'company:manage',
  'feed:own',
] as const satisfies Permission[];

/** Least privilege: what each role may do, and nothing else. The role page and the crawl test read this table. */
export const PERMISSIONS = {
  visitor: [...EVERYBODY],
  person: [
    ...EVERYBODY,
    'skill:view',
    'profile:own',
    'check-in:change',
    'introduction:own',
    'lunch:own',
    'member:view',
    'fund:draw',
    'booking:together',
  ],
  booker: [...EVERYBODY, 'company:own', 'feed:own'],
  kiosk: [
    ...EVERYBODY,
    'space:view',
    'skill:view',
    'person:register',
    'person:recognise',
    'check-in:create',
    'seat:propose',
    'kiosk:view',
    'fund:draw',
    'booking:together',
  ],
  screen: [...EVERYBODY, 'space:view', 'skill:view', 'board:view', 'door:use'],
  host: STAFF,
  /** What rooms cost, who sells, and what the fund withholds, is a manager's to say. */
  manager: [...STAFF, 'fund:manage', 'seller:manage', 'room:manage', 'yield:play'],
} as const satisfies Record<Role, readonly Permission[]>;

const SETS = new Map<Role, ReadonlySet<Permission>>();

/** The permissions of a role. */
export function permissionsOf(role: Role): ReadonlySet<Permission> {
  const known = SETS.get(role);
  if (known) return known;
  const set = new Set<Permission>(PERMISSIONS[role]);
  SETS.set(role, set);
  return set;
}
