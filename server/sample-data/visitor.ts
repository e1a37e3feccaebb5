import { randomUUID } from 'node:crypto';
import { sessionStarted } from '#contract/auth';
import { memberView } from '#contract/boards';
import { type CheckInReply, checkIn, checkInEnded, checkInReply } from '#contract/checkins';
import { seatProposal } from '#contract/introductions';
import { CONSENT_VERSION, firstVisitReply, type Pass } from '#contract/people';
import type { Change, Mind, Visit } from './day.ts';
import { Refused } from './doors.ts';
import { answerOnPhone } from './phone.ts';
import { openScreen } from './screen.ts';
import type { Stage } from './stage.ts';

/** Others came first, or it is closing time: reasons to turn round at the door that are nobody's fault. */
const TURNED_AWAY = new Set(['seat_taken', 'no_free_seat', 'space_closed']);
/** Closing time came first. */
const GONE_BEFORE = new Set(['check_in_unknown']);
const RUN_OUT = new Set(['link_unknown']);
const SEAT_TRIES = 12;

const isRefused = (fault: unknown, codes: ReadonlySet<string>): fault is Refused =>
  fault instanceof Refused && codes.has(fault.code);

async function register({ person }: Visit, { doors, kiosk, skills }: Stage): Promise<Pass> {
  const { personId, name, languages, about, company, offers, offerWords, needs } = person;
  const profile = {
    name,
    language: languages[0],
    languages,
    about,
    company,
    offers: [...offers, ...(await skills.named(offerWords))],
    needs,
  };
  const consents = { matching: true, wall: false, network: false, research: false };
  const body = { personId, profile, consents, consentVersion: CONSENT_VERSION };
  return (await doors.call({ path: '/people', body, token: kiosk, reply: firstVisitReply })).pass;
}

async function focusOf(mind: Mind, { person }: Visit, { skills }: Stage) {
  return { text: mind.text, skills: await skills.inMind(mind, person.languages[0]) };
}

/** Asks where to sit and sits there, or on the seat the house names when somebody was quicker. */
async function sitDown(visit: Visit, { doors, kiosk, ...stage }: Stage) {
  const { personId } = visit.person;
  const { openness } = visit;
  const focus = await focusOf(visit.mind, visit, { doors, kiosk, ...stage });
  const wish = { personId, openness, focus };
  const ask = { path: '/seat-proposals', body: wish, token: kiosk, reply: seatProposal };
  let seat: unknown = (await doors.call(ask)).seatId;
  for (let tries = 1; seat !== undefined; tries++) {
    try {
      const body = { checkInId: randomUUID(), seatId: seat, ...wish };
      return await doors.call({ path: '/check-ins', body, token: kiosk, reply: checkInReply });
    } catch (fault) {
      if (!isRefused(fault, TURNED_AWAY)) throw fault;
      seat = tries < SEAT_TRIES ? fault.details.free : undefined;
    }
  }
  return undefined;
}

/** Signs in on the phone by the kiosk's QR code, or by the pass when the code has run out in a hurried day. */
async function signIn({ phone }: CheckInReply, { code, pin }: Pass, { doors }: Stage): Promise<string> {
  const path = '/sessions';
  try {
    return (await doors.call({ path, body: { token: phone.token }, reply: sessionStarted })).token;
  } catch (fault) {
    if (!isRefused(fault, RUN_OUT)) throw fault;
    return (await doors.call({ path, body: { code, pin }, reply: sessionStarted })).token;
  }
}

async function changeMind(change: Change, visit: Visit, stage: Stage, here: { id: string; token: string }) {
  const { openness, mind } = change;
  const focus = mind && (await focusOf(mind, visit, stage));
  const body = { ...(openness ? { openness } : {}), ...(focus ? { focus } : {}) };
  const path = `/check-ins/${here.id}`;
  await stage.doors.call({ method: 'PATCH', path, body, token: here.token, reply: checkIn });
}

/** Shows the pass at the kiosk on the way out. */
async function leave({ person: { personId } }: Visit, { doors, kiosk }: Stage): Promise<void> {
  try {
    await doors.call({ path: '/check-outs', body: { personId }, token: kiosk, reply: checkInEnded });
  } catch (fault) {
    if (!isRefused(fault, GONE_BEFORE)) throw fault;
  }
}

/** With the phone in hand until it is time to go. */
async function stay(visit: Visit, stage: Stage, here: { id: string; token: string }, stop: AbortSignal) {
  const { doors, pace, fail: onFault } = stage;
  const { token } = here;
  const phone = await openScreen({ url: doors.url, token, view: 'member', schema: memberView, onFault });
  const answering = answerOnPhone(phone, visit.person.personId, stage, stop);
  try {
    for (const change of visit.changes) {
      await pace.until(change.minute, stop);
      await changeMind(change, visit, stage, here);
    }
    await pace.until(visit.leaves, stop);
  } finally {
    await answering.end();
    phone.close();
  }
}

/** From the first screen of the kiosk to the check-out, with a phone in between. Leaves at once when told to stop. */
export async function playVisit(visit: Visit, stage: Stage, stop: AbortSignal): Promise<void> {
  await stage.pace.until(visit.arrives, stop);
  const pass = await register(visit, stage);
  const seated = await sitDown(visit, stage);
  if (!seated) return;
  stage.cameIn();
  try {
    const token = await signIn(seated, pass, stage);
    await stay(visit, stage, { id: seated.checkIn.checkInId, token }, stop);
  } finally {
    await leave(visit, stage);
  }
}
