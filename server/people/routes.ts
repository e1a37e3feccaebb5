import { endpoint } from '#platform/endpoint';
import {
  firstVisit,
  firstVisitReply,
  ownProfile,
  passShown,
  personId,
  profileChange,
  recognised,
} from './contract.ts';
import type { PeopleService } from './service.ts';

export const peopleRoutes = (people: PeopleService) => [
  endpoint({
    method: 'post',
    path: '/people',
    allow: 'person:register',
    summary: 'A first visit: who somebody is, what they offer and need, what they consent to',
    status: 201,
    // The reply holds a pass; a retry is safe by the person's own id.
    retrySafe: false,
    body: firstVisit,
    reply: firstVisitReply,
    handle: ({ body }) => people.register(body),
  }),
  endpoint({
    method: 'post',
    path: '/people/recognitions',
    allow: 'person:recognise',
    summary: 'Who holds this pass',
    perMinute: 60,
    retrySafe: false,
    body: passShown,
    reply: recognised,
    handle: ({ body }) => people.recognise(body),
  }),
  endpoint({
    method: 'get',
    path: '/people/me',
    allow: 'profile:own',
    summary: 'What I show, what I consented to, and my pass',
    reply: ownProfile,
    handle: ({ actor }) => people.own(personId.parse(actor.id)),
  }),
  endpoint({
    method: 'patch',
    path: '/people/me',
    allow: 'profile:own',
    summary: 'Change what I show or consent to',
    // The reply holds the pass; said twice, the same change is the same.
    retrySafe: false,
    body: profileChange,
    reply: ownProfile,
    handle: ({ actor, body }) => people.change(personId.parse(actor.id), body),
  }),
];
