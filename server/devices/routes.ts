import { z } from 'zod';
import { done } from '#contract/platform';
import { spaceId } from '#contract/spaces';
import { endpoint } from '#platform/endpoint';
import type { Actor } from '#values/actor';
import { DAY, later } from '#values/clock';
import { forbidden } from '#values/errors';
import {
  device,
  deviceId,
  deviceList,
  pairing,
  pairingClaim,
  pairingRequest,
  pairingState,
  pairRequest,
} from './contract.ts';
import type { DeviceService } from './service.ts';

/** Browsers keep a cookie for 400 days at most; a device that is used renews it at each start. */
const COOKIE_DAYS = 400;

function spaceOfHost({ spaceId: id }: Actor) {
  if (id === undefined) throw forbidden('space_foreign');
  return spaceId.parse(id);
}

export const deviceRoutes = (devices: DeviceService) => [
  endpoint({
    method: 'post',
    path: '/pairings',
    allow: 'device:announce',
    ignoresCredential: true,
    summary: 'A kiosk or screen asks to be paired, and is given the code to show',
    perMinute: 20,
    status: 201,
    retrySafe: false,
    body: pairingRequest,
    reply: pairing,
    handle: ({ body }) => devices.announce(body.kind),
  }),
  endpoint({
    method: 'post',
    path: '/pairings/claims',
    allow: 'device:announce',
    ignoresCredential: true,
    summary: 'Has a host typed the code yet? If so, this device is signed in',
    retrySafe: false,
    body: pairingClaim,
    reply: pairingState,
    handle: async ({ body, grant }) => {
      const state = await devices.claim(body);
      if (state.state === 'paired')
        grant.set(state.device.kind, state.token, later(new Date(state.device.pairedAt), COOKIE_DAYS * DAY));
      return state;
    },
  }),
  endpoint({
    method: 'get',
    path: '/devices',
    allow: 'device:manage',
    summary: 'The paired kiosks and screens of my space',
    reply: deviceList,
    handle: async ({ actor }) => ({ devices: await devices.paired(spaceOfHost(actor)) }),
  }),
  endpoint({
    method: 'post',
    path: '/devices',
    allow: 'device:manage',
    summary: 'Pair the device that shows this code with my space',
    perMinute: 30,
    status: 201,
    body: pairRequest,
    reply: device,
    handle: ({ actor, body }) => devices.pair(spaceOfHost(actor), body),
  }),
  endpoint({
    method: 'delete',
    path: '/devices/{deviceId}',
    allow: 'device:manage',
    summary: 'End the credential of a kiosk or screen',
    params: z.strictObject({ deviceId }),
    reply: done,
    handle: async ({ actor, params }) => {
      await devices.revoke(spaceOfHost(actor), params.deviceId);
      return { done: true } as const;
    },
  }),
];
