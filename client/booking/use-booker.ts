import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Booker, CompanyDetail } from '#contract/companies';
import { readOwnCompany } from '../api/booker-endpoints.ts';
import { call } from '../api/call.ts';
import { currentSession } from '../api/endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { onSignedOut } from '../api/signed-out.ts';

/** Whoever is signed in on this browser to book for a company, and that company. */
export interface SignedIn extends CompanyDetail {
  readonly booker: Booker;
}

const KEY = ['booker'];

/** What is read for one booker begins with this, so that nobody who signs in after them sees it. */
export const OWN = ['own'] as const;

async function readBooker(signal: AbortSignal): Promise<SignedIn | null> {
  try {
    const { role, id } = await call(currentSession, { as: 'booker', signal });
    if (role !== 'booker') return null;
    const detail = await call(readOwnCompany, { as: 'booker', signal });
    const booker = detail.bookers.find(({ bookerId }) => bookerId === id);
    return booker ? { ...detail, booker } : null;
  } catch (fault) {
    // Signed out meanwhile, also by a colleague: a visitor like any other.
    if (fault instanceof Refusal && fault.isSignedOut) return null;
    throw fault;
  }
}

/** Who books here: somebody of a company, or `null` for whoever is not signed in. Read once for all who ask. */
export function useBooker(): UseQueryResult<SignedIn | null> {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => readBooker(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Ways to say that what is known of the booker has changed. */
export function useBookerChange() {
  const reads = useQueryClient();
  return {
    /** Asks anew who books here, and what is shown to them. */
    again: async () => {
      reads.removeQueries({ queryKey: OWN });
      // One that is on its way may have been answered before whatever changed who books.
      await reads.cancelQueries({ queryKey: KEY });
      await reads.invalidateQueries({ queryKey: KEY });
    },
    signedOut: () => {
      reads.removeQueries({ queryKey: OWN });
      reads.setQueryData(KEY, null);
    },
    /** The company as a change has left it. */
    changed: (detail: CompanyDetail) =>
      reads.setQueryData<SignedIn | null>(KEY, (before) => before && { ...before, ...detail }),
  };
}

/**
 * Has the session ended while its company's page was open? Told by whatever is refused for it, and looked for whenever
 * somebody comes back to the page.
 */
export function useEndedSession(): boolean {
  const reads = useQueryClient();
  const [isEnded, setEnded] = useState(false);
  useEffect(() => {
    const look = () => void reads.invalidateQueries({ queryKey: KEY });
    const forget = onSignedOut((as) => {
      if (as !== 'booker' || !reads.getQueryData(KEY)) return;
      setEnded(true);
      reads.removeQueries({ queryKey: OWN });
      reads.setQueryData(KEY, null);
    });
    addEventListener('focus', look);
    return () => {
      removeEventListener('focus', look);
      forget();
    };
  }, [reads]);
  return isEnded;
}

/** As whom to ask for prices and rooms: as a booker where one is signed in, once that is known. */
export function useBookerCredential(): { readonly as: 'booker' | undefined; readonly isPending: boolean } {
  const { data, isPending } = useBooker();
  return { as: data ? 'booker' : undefined, isPending };
}
