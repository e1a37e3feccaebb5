import { useState } from 'react';
import type { BookingPolicy, RevisedBookingPolicy } from '#contract/rooms';
import { saveBookingPolicy } from '../../api/host-endpoints.ts';
import { useHosting } from '../hosting.ts';
import { useAct } from '../reads.ts';

/**
 * Writes a booking policy over the one that the page was opened with. What was read since may be another manager's, so
 * the draft keeps to its own, and is told when it has become old.
 */
export function useSavedPolicy({ revision: first, ...opened }: RevisedBookingPolicy) {
  const { id: spaceId } = useHosting().view.space;
  const { act, isBusy, refusal } = useAct(saveBookingPolicy);
  const [{ policy, revision }, setBase] = useState({ policy: opened, revision: first });
  const save = async (read: BookingPolicy | undefined) => {
    const saved = read && (await act({ params: { spaceId }, body: { ...read, revision } }));
    if (!saved) return false;
    const { revision: next, ...kept } = saved;
    setBase({ policy: kept, revision: next });
    return true;
  };
  return { policy, save, isBusy, refusal };
}
