import type { Connection } from 'mongoose';
import { createGathered } from '#platform/gathered';
import type { Actor } from '#values/actor';
import { isForeign } from '#values/actor';
import { forbidden, missing } from '#values/errors';
import { type Space, type SpaceId, spaceId } from './contract.ts';
import { createSpaceModel, type SpaceDocument, spaceOf } from './model.ts';
import { nearestFree, seatOf } from './seats.ts';

export type SpaceService = ReturnType<typeof createSpaceService>;

/** Addresses: their seats, plans, hours and rules. */
export function createSpaceService({ connection }: { connection: Connection }) {
  const Spaces = createSpaceModel(connection);
  const byId = createGathered((ids: SpaceId[]) => Spaces.find({ _id: { $in: ids } }).lean<SpaceDocument[]>());

  /** @throws DomainError missing `space_unknown`. */
  async function space(id: SpaceId): Promise<Space> {
    const found = await byId(id);
    if (!found) throw missing('space_unknown', { spaceId: id });
    return spaceOf(found);
  }

  return {
    space,
    seatOf,
    nearestFree,

    /** The space that a device or host belongs to. @throws DomainError forbidden `space_foreign`. */
    async spaceFor(actor: Actor): Promise<Space> {
      if (actor.spaceId === undefined) throw forbidden('space_foreign');
      return space(spaceId.parse(actor.spaceId));
    },

    /** A space as an actor may see it. @throws DomainError forbidden `space_foreign`. */
    async view(actor: Actor, id: SpaceId): Promise<Space> {
      if (isForeign(actor, id)) throw forbidden('space_foreign');
      return space(id);
    },

    async all(): Promise<Space[]> {
      const found = await Spaces.find({}).sort({ _id: 1 }).lean<SpaceDocument[]>();
      return found.map(spaceOf);
    },

    /** Opens a space, unless one with this id is there already. */
    async open({ id, ...rest }: Space): Promise<void> {
      await Spaces.updateOne({ _id: id }, { $setOnInsert: rest }, { upsert: true });
    },
  };
}
