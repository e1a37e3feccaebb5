import { useEffect, useEffectEvent, useState } from 'react';
import { startSession } from './endpoints.ts';
import type { Refusal } from './refusal.ts';
import { useAction } from './use-action.ts';

const LINK = /^#link=(.+)$/;

const linkIn = (hash: string): string | undefined => LINK.exec(hash)?.[1];

/** Reads the link of the address, and takes it out, so that it is neither bookmarked nor shown. */
function takeLink(left: string): string | undefined {
  const token = linkIn(location.hash);
  if (token) history.replaceState(history.state, '', location.pathname + location.search + left);
  return token;
}

/**
 * Signs this browser in with the link in the address (`#link=…`), once, also when another link is opened in the same
 * tab. `isBusy` from the first drawing on, so that nobody sees who was signed in before. `left` stays in its place.
 */
export function useLink(
  onSignedIn: () => void,
  left = '',
): { isBusy: boolean; refusal: Refusal | undefined } {
  const [isBusy, setBusy] = useState(() => linkIn(location.hash) !== undefined);
  const { run, refusal } = useAction(startSession);

  const follow = useEffectEvent(async () => {
    const token = takeLink(left);
    if (!token) return;
    setBusy(true);
    const reply = await run({ body: { token } });
    if ('role' in reply) onSignedIn();
    setBusy(false);
  });

  useEffect(() => {
    const changed = () => void follow();
    changed();
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);

  return { isBusy, refusal };
}
