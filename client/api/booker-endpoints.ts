import { companyBookings, companyPapers } from '#contract/bookings';
import { booker, bookerLinkRequest, companyDetail, newBooker, ownChange } from '#contract/companies';
import { feed, feedList, newFeed } from '#contract/feeds';
import { done } from '#contract/platform';
import { endpoint } from './call.ts';

/** What is asked by those who book for a company. */

export const mailBookerLink = endpoint({
  method: 'POST',
  path: '/booker-links',
  body: bookerLinkRequest,
  reply: done,
});

export const readOwnCompany = endpoint({ method: 'GET', path: '/own-company', reply: companyDetail });

export const changeOwnCompany = endpoint({
  method: 'PATCH',
  path: '/own-company',
  body: ownChange,
  reply: companyDetail,
});

export const listCompanyBookings = endpoint({
  method: 'GET',
  path: '/own-company/bookings',
  reply: companyBookings,
});

export const listCompanyPapers = endpoint({
  method: 'GET',
  path: '/own-company/papers',
  reply: companyPapers,
});

export const addBooker = endpoint({
  method: 'POST',
  path: '/own-company/bookers',
  body: newBooker,
  reply: booker,
});

export const removeBooker = endpoint({
  method: 'DELETE',
  path: '/own-company/bookers/:bookerId',
  reply: done,
});

export const listFeeds = endpoint({ method: 'GET', path: '/feeds', reply: feedList });

export const openFeed = endpoint({ method: 'POST', path: '/feeds', body: newFeed, reply: feed });

export const endFeed = endpoint({ method: 'DELETE', path: '/feeds/:feedId', reply: done });
