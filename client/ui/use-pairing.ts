import { useEffect, useEffectEvent, useState } from 'react';
import type { DeviceKind, Pairing } from '#contract/devices';
import { call } from '../api/call.ts';
import { announceDevice, claimPairing } from '../api/endpoints.ts';
import { Refusal } from '../api/refusal.ts';

const ASK_EVERY = 2000;
const ANNOUNCE_AGAIN_AFTER = 5000;

const pause = (milliseconds: number) => new Promise((resume) => setTimeout(resume, milliseconds));

/** Announces this device and asks until a host has typed its code; a code that ran out is replaced. */
export function usePairing(
  kind: DeviceKind,
  onPaired: () => void,
): { code: string | undefined; refusal: Refusal | undefined } {
  const [code, setCode] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();
  const paired = useEffectEvent(onPaired);

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const claimed = async ({ deviceId, secret }: Pairing) => {
      for (;;) {
        await pause(ASK_EVERY);
        const reply = await call(claimPairing, { body: { deviceId, secret }, signal });
        if (reply.state === 'paired') return;
        setRefusal(undefined);
      }
    };
    const run = async () => {
      while (!signal.aborted) {
        try {
          // A page that is drawn twice announces itself once.
          await pause(0);
          if (signal.aborted) return;
          const pairing = await call(announceDevice, { body: { kind }, signal });
          setCode(pairing.code);
          setRefusal(undefined);
          await claimed(pairing);
          return paired();
        } catch (fault) {
          if (signal.aborted) return;
          if (!(fault instanceof Refusal)) throw fault;
          setCode(undefined);
          if (fault.code !== 'pairing_expired') setRefusal(fault);
          await pause(fault.code === 'pairing_expired' ? 0 : ANNOUNCE_AGAIN_AFTER);
        }
      }
    };
    void run();
    return () => stop.abort();
  }, [kind]);

  return { code, refusal };
}
