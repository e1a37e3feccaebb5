import assert from 'node:assert/strict';
import { ScramExchange, scramKeys } from '../../../server/platform/store/scram.ts';

describe('SCRAM-SHA-256, from the server’s side', () => {
  const keys = scramKeys('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'));
  const first = 'n,,n=user,r=rOprNGfwEbeRWgbNEkqO';
  const chance = '%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0';

  it('begins with a nonce that holds the client’s, the salt, and the rounds', () => {
    const answer = new ScramExchange('user', keys, chance).begin(first);

    assert.equal(answer, `r=rOprNGfwEbeRWgbNEkqO${chance},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=15000`);
  });

  const refused = [
    { message: 'n,,n=other,r=abc', because: 'it is somebody else' },
    { message: 'p=tls-unique,,n=user,r=abc', because: 'it wants to be bound to a channel' },
    { message: '', because: 'it says nothing' },
  ];
  for (const { message, because } of refused) {
    it(`begins nothing for '${message}': ${because}`, () => {
      assert.equal(new ScramExchange('user', keys, chance).begin(message), undefined);
    });
  }

  it('refuses a proof of another password, one that was not begun, and what is no proof', () => {
    const exchange = new ScramExchange('user', keys, chance);
    exchange.begin(first);
    const nonce = `c=biws,r=rOprNGfwEbeRWgbNEkqO${chance}`;

    assert.equal(exchange.finish(`${nonce},p=${Buffer.alloc(32).toString('base64')}`), undefined);
    assert.equal(exchange.finish(`${nonce},p=AAAA`), undefined);
    assert.equal(exchange.finish(`c=biws,r=other,p=${Buffer.alloc(32).toString('base64')}`), undefined);
    assert.equal(new ScramExchange('user', keys, chance).finish(`${nonce},p=AAAA`), undefined);
  });
});
