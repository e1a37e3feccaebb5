import type { DomainEvent } from '#events';
import type { EngineEvent, SeatPlace } from '#matching';

/** How much it says of somebody's help that the two have talked: less than being told that it helped. */
const TALKED = 0.3;

/** Where a seat is, if the plan knows it. */
export type PlaceOf = (spaceId: string, seatId: string) => SeatPlace | undefined;

/** What a domain event means to the engine: none, one or several of its events, with ids from their cause. */
export function engineEventsOf(event: DomainEvent, placeOf: PlaceOf): EngineEvent[] {
  const at = event.at.getTime();
  switch (event.name) {
    case 'person.changed':
      return [personChanged(event, at)];
    case 'checkin.started':
      return [arrived(event, at, placeOf)];
    case 'checkin.changed': {
      const { personId, openness, focus, checkInId, change } = event;
      return [
        { type: 'presence.changed', id: `${checkInId}:changed:${change}`, at, personId, openness, focus },
      ];
    }
    case 'checkin.ended':
      return [{ type: 'presence.ended', id: `${event.checkInId}:ended`, at, personId: event.personId }];
    case 'introduction.offered': {
      const { introductionId, pair, shown } = event;
      return [{ type: 'pair.offered', id: `${introductionId}:offered`, at, pair, shown }];
    }
    case 'introduction.answered': {
      const { introductionId, by, yes, pair } = event;
      const other = pair[0] === by ? pair[1] : pair[0];
      return [{ type: 'pair.answered', id: `${introductionId}:answered:${by}`, at, by, other, yes }];
    }
    case 'introduction.valued': {
      const { introductionId, by, useful, pair } = event;
      const other = pair[0] === by ? pair[1] : pair[0];
      return [{ type: 'pair.valued', id: `${introductionId}:valued:${by}`, at, by, other, useful }];
    }
    case 'introduction.met':
      return met(event, at);
    case 'introduction.refused': {
      const { introductionId, pair, reason, until, shown } = event;
      const end = until ? { until: until.getTime() } : {};
      return [{ type: 'pair.refused', id: `${introductionId}:refused`, at, pair, reason, ...end, shown }];
    }
    case 'lunch.asked': {
      const { tableId, people } = event;
      return [{ type: 'table.offered', id: `${tableId}:asked`, at, people }];
    }
    case 'lunch.answered': {
      const { tableId, by, yes } = event;
      return [{ type: 'table.answered', id: `${tableId}:answered:${by}`, at, by, yes }];
    }
    case 'lunch.talked': {
      const { tableId, by, others } = event;
      return others.map((other) => ({
        type: 'pair.met',
        id: `${tableId}:talked:${by}:${other}`,
        at,
        pair: [by, other],
      }));
    }
    default:
      return [];
  }
}

type Of<Name extends DomainEvent['name']> = Extract<DomainEvent, { name: Name }>;

function personChanged(
  { personId, revision, profile, consents, blocked }: Of<'person.changed'>,
  at: number,
): EngineEvent {
  const { languages, offers, needs, about, company } = profile;
  const person = {
    personId,
    languages,
    offers,
    needs,
    blocked,
    consents: consents.matching,
    ...(about === undefined ? {} : { about }),
    ...(company === undefined ? {} : { company }),
  };
  return { type: 'person.changed', id: `${personId}:profile:${revision}`, at, person };
}

function arrived(event: Of<'checkin.started'>, at: number, placeOf: PlaceOf): EngineEvent {
  const { personId, spaceId, seatId, openness, focus, until, checkInId } = event;
  const seat = placeOf(spaceId, seatId);
  return {
    type: 'presence.started',
    id: `${checkInId}:started`,
    at,
    personId,
    spaceId,
    openness,
    focus,
    ...(seat ? { seat } : {}),
    ...(until ? { until: until.getTime() } : {}),
  };
}

/** The two know each other now, and each has probably helped the other a little with what was on their mind. */
function met({ introductionId, pair, focuses }: Of<'introduction.met'>, at: number): EngineEvent[] {
  const events: EngineEvent[] = [{ type: 'pair.met', id: `${introductionId}:met`, at, pair }];
  for (const [index, need] of focuses.entries()) {
    const [asker, helper] = index === 0 ? pair : ([pair[1], pair[0]] as const);
    if (need.text === '' && need.skills.length === 0) continue;
    events.push({
      type: 'need.helped',
      id: `${introductionId}:talked:${index}`,
      at,
      asker,
      helper,
      need,
      weight: TALKED,
    });
  }
  return events;
}
