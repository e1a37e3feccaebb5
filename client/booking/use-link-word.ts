import { useEffect, useState } from 'react';

const LINK = /^#(manage|approval)=(.+)$/;

/** The word of a mail's link, and what it opens. */
export interface LinkWord {
  readonly opens: 'manage' | 'approval';
  readonly word: string;
}

function linkIn(hash: string): LinkWord | undefined {
  const [, name, word] = LINK.exec(hash) ?? [];
  return word ? { opens: name === 'approval' ? name : 'manage', word } : undefined;
}

/** The link of the address: `#manage=…`, `#approval=…`. It stays there: the page may be kept and opened again. */
export function useLinkWord(): LinkWord | undefined {
  const [link, setLink] = useState(() => linkIn(location.hash));
  useEffect(() => {
    const changed = () => setLink(linkIn(location.hash));
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return link;
}
