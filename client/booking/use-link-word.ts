import { useEffect, useState } from 'react';

const LINK = /^#(manage|approval|link)=(.+)$/;

/** The address of a company's page, without the link that signed somebody in. */
export const COMPANY = '#company';

/** The word of a mail's link, and what it opens; a company is opened by who is signed in. */
export type LinkWord =
  | { readonly opens: 'manage' | 'approval'; readonly word: string }
  | { readonly opens: 'company' };

function linkIn(hash: string): LinkWord | undefined {
  const [, name, word] = LINK.exec(hash) ?? [];
  if (hash === COMPANY || name === 'link') return { opens: 'company' };
  return word ? { opens: name === 'approval' ? name : 'manage', word } : undefined;
}

/** The link of the address: `#manage=…`, `#approval=…`, `#link=…`. It stays there: the page may be kept and opened again. */
export function useLinkWord(): LinkWord | undefined {
  const [link, setLink] = useState(() => linkIn(location.hash));
  useEffect(() => {
    const changed = () => setLink(linkIn(location.hash));
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return link;
}
