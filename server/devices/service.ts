import type { Connection } from 'mongoose';
import type { z } from 'zod';
import type { SpaceId } from '#contract/spaces';
import type { DomainEvents } from '#events';
import { isDuplicate } from '#platform/duplicate-key';
import type { EventBus } from '#platform/event-bus';
import { hashOf, newCode, newId, newToken } from '#platform/tokens';
import { type Clock, later, MINUTE } from '#values/clock';
import { conflict, missing } from '#values/errors';
import {
  type Device,
  type DeviceId,
  type DeviceKind,
  deviceId,
  type Pairing,
  type pairingClaim,
  type pairingState,
  type pairRequest,
} from './contract.ts';
import { createDeviceModel, type DeviceDocument } from './model.ts';

interface DeviceNeeds {
  connection: Connection;
  clock: Clock;
  events: EventBus<DomainEvents>;
}

export type DeviceService = ReturnType<typeof createDeviceService>;

const CODE_MINUTES = 10;

function deviceOf({ _id, spaceId, kind, name, pairedAt }: DeviceDocument): Device | undefined {
  if (!spaceId || !name || !pairedAt) return undefined;
  return { deviceId: _id, spaceId, kind, name, pairedAt: pairedAt.toISOString() };
}

/** Kiosks and screens: how they become known to a space, and how they cease to be. */
export function createDeviceService({ connection, clock, events }: DeviceNeeds) {
  const Devices = createDeviceModel(connection);

  /** A device shows a code and waits for a host to type it. */
  async function announce(kind: DeviceKind): Promise<Pairing> {
    const secret = newToken();
    const code = newCode();
    const codeExpiresAt = later(clock.now(), CODE_MINUTES * MINUTE);
    const id = deviceId.parse(newId());
    try {
      await Devices.insertOne({ _id: id, kind, secretHash: hashOf(secret), code, codeExpiresAt });
    } catch (fault) {
      if (isDuplicate(fault)) return announce(kind);
      throw fault;
    }
    return { deviceId: id, code, secret, expiresAt: codeExpiresAt.toISOString() };
  }

  return {
    announce,

    /**
     * Has a host typed the code yet? @throws DomainError missing `pairing_unknown`, conflict `pairing_expired`,
     * `device_revoked`.
     */
    async claim(claim: z.infer<typeof pairingClaim>): Promise<z.infer<typeof pairingState>> {
      const found = await Devices.findOne({
        _id: claim.deviceId,
        secretHash: hashOf(claim.secret),
      }).lean<DeviceDocument>();
      if (!found) throw missing('pairing_unknown');
      if (found.revokedAt) throw conflict('device_revoked');
      const device = deviceOf(found);
      if (device) return { state: 'paired', device, token: claim.secret };
      if (found.codeExpiresAt && found.codeExpiresAt <= clock.now()) throw conflict('pairing_expired');
      return { state: 'waiting' };
    },

    /** A host types a device's code. @throws DomainError missing `pairing_unknown`. */
    async pair(spaceId: SpaceId, { code, name }: z.infer<typeof pairRequest>): Promise<Device> {
      const at = clock.now();
      const paired = await Devices.findOneAndUpdate(
        { code, codeExpiresAt: { $gt: at } },
        { $set: { spaceId, name, pairedAt: at }, $unset: { code: 1, codeExpiresAt: 1 } },
        { returnDocument: 'after' },
      ).lean<DeviceDocument>();
      const device = paired && deviceOf(paired);
      if (!device) throw missing('pairing_unknown');
      events.publish({ name: 'device.paired', at, deviceId: device.deviceId, spaceId });
      return device;
    },

    /** Ends a device's credential. @throws DomainError missing `device_unknown`, also for another space's device. */
    async revoke(spaceId: SpaceId, id: DeviceId): Promise<void> {
      const at = clock.now();
      const revoked = await Devices.findOneAndUpdate(
        { _id: id, spaceId, revokedAt: { $exists: false } },
        { $set: { revokedAt: at } },
      ).lean<DeviceDocument>();
      if (!revoked) throw missing('device_unknown');
      events.publish({ name: 'device.revoked', at, deviceId: id, spaceId });
    },

    /** The devices of a space that are paired now, oldest first. */
    async paired(spaceId: SpaceId): Promise<Device[]> {
      const found = await Devices.find({ spaceId, revokedAt: { $exists: false } })
        .sort({ pairedAt: 1 })
        .lean<DeviceDocument[]>();
      return found.map(deviceOf).filter((device) => device !== undefined);
    },

    /** The paired device that holds this credential. */
    async byToken(token: string): Promise<Device | undefined> {
      const found = await Devices.findOne({
        secretHash: hashOf(token),
        revokedAt: { $exists: false },
      }).lean<DeviceDocument>();
      return found ? deviceOf(found) : undefined;
    },
  };
}
