export const ROLES = ['visitor', 'person', 'booker', 'host', 'manager', 'kiosk', 'screen'] as const;

/** A bundle of permissions. A visitor is anybody who has shown no credential. */
export type Role = (typeof ROLES)[number];

/** What an actor may do, as `noun:verb`. */
export type Permission = `${string}:${string}`;

/** Who asks. `id` is a person's, a booker's, a host's or a device's; all but people belong to one space. */
export interface Actor {
  readonly role: Role;
  readonly id: string;
  readonly spaceId?: string;
  readonly permissions: ReadonlySet<Permission>;
}

/** May this actor do this? */
export function may(actor: Actor, permission: Permission): boolean {
  return actor.permissions.has(permission);
}

/** Is this actor bound to another space than the one asked for? People and visitors are bound to none. */
export function isForeign(actor: Actor, spaceId: string): boolean {
  return actor.spaceId !== undefined && actor.spaceId !== spaceId;
}
