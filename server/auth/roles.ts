import type { Permission, Role } from '#values/actor';

const EVERYBODY = ['session:start', 'session:own', 'device:announce'] as const satisfies Permission[];

/** A manager may what a host may; what only managers may comes with the money. */
const STAFF = [
  ...EVERYBODY,
  'space:view',
  'skill:view',
  'device:manage',
  'check-in:change',
  'check-in:manage',
  'introduction:manage',
  'board:view',
  'notification:manage',
] as const satisfies Permission[];

/** Least privilege: what each role may do, and nothing else. The role page and the crawl test read this table. */
export const PERMISSIONS = {
  visitor: [...EVERYBODY],
  person: [...EVERYBODY, 'skill:view', 'profile:own', 'check-in:change', 'introduction:own', 'member:view'],
  kiosk: [
    ...EVERYBODY,
    'space:view',
    'skill:view',
    'person:register',
    'person:recognise',
    'check-in:create',
    'seat:propose',
    'kiosk:view',
  ],
  screen: [...EVERYBODY, 'space:view', 'skill:view', 'board:view'],
  host: STAFF,
  manager: STAFF,
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
