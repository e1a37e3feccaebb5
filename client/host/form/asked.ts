import { createContext } from 'react';

/** Has whoever fills a form in asked to send it? Before that, nothing that is still missing is called wrong. */
export const Asked = createContext(false);
