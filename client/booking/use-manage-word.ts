import { useEffect, useState } from 'react';

const LINK = /^#manage=(.+)$/;

const wordIn = (hash: string): string | undefined => LINK.exec(hash)?.[1];

/** The word of a booking's link (`#manage=…`). It stays in the address: the page may be kept and opened again. */
export function useManageWord(): string | undefined {
  const [word, setWord] = useState(() => wordIn(location.hash));
  useEffect(() => {
    const changed = () => setWord(wordIn(location.hash));
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return word;
}
