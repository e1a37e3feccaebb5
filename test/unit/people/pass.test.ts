import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { codeInQr, passOf } from '../../../server/people/pass.ts';

const digestWith = (secret: string) => (message: string) =>
  createHmac('sha256', secret).update(message).digest();
const digest = digestWith('the secret of this house');
const codes = fc.stringMatching(/^[2-9B-DF-HJ-NP-TV-Z]{6}$/);

describe('a pass', () => {
  it('is the same as often as it is asked for, and another with another version, code or secret', () => {
    const pass = passOf('BCDFGH', 1, digest);

    const others = [
      passOf('BCDFGH', 2, digest),
      passOf('BCDFGJ', 1, digest),
      passOf('BCDFGH', 1, digestWith('the secret of another house')),
    ];

    assert.deepEqual(passOf('BCDFGH', 1, digest), pass);
    for (const other of others) assert.notEqual(other.qr, pass.qr);
  });

  it('has four digits, and a QR text of the compact kind that gives its code back', () => {
    fc.assert(
      fc.property(codes, fc.integer({ min: 1, max: 50 }), (code, version) => {
        const { pin, qr } = passOf(code, version, digest);

        assert.match(pin, /^[0-9]{4}$/);
        assert.match(qr, /^[0-9A-Z.]+$/);
        assert.equal(codeInQr(qr), code);
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  it('has PINs that are spread over all that there are', () => {
    const drawn = fc.sample(codes, { seed: 9, numRuns: 2000 });

    const pins = new Set(drawn.map((code) => passOf(code, 1, digest).pin));

    // Of 2,000 draws from 10,000 about 1,813 differ.
    assert(pins.size > 1700, `${pins.size} differ`);
  });

  it('is read from nothing else', () => {
    const texts = [
      '',
      'CT1',
      'CT1.BCDFGH.',
      'CT2.BCDFGH.000000000000000000000000',
      'https://x/CT1.BCDFGH.',
      'ct1.bcdfgh.0',
    ];

    assert.deepEqual(
      texts.map(codeInQr),
      texts.map(() => undefined),
    );
  });
});
