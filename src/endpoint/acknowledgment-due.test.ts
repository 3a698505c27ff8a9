import { describe, expect, it } from 'vitest';
import { acknowledge } from '../hl7/acknowledgment.js';
import type { AcknowledgmentCondition } from '../hl7/acknowledgment-condition.js';
import { wholeFrame } from '../mllp/wire-plan.js';
import { accept, caller, farEnd, update } from './testdata/far-end.js';
import { played } from './testdata/played.js';

/** A listener that answers with a code, under a profile that foresees its acknowledgment so. */
async function outcome(due: AcknowledgmentCondition, code: 'AA' | 'AE'): Promise<string | undefined> {
  const at = new Date('2026-03-01T08:00:01Z');
  const lis = await played({
    due,
    script: (event) => {
      if (event.kind !== 'received') return undefined;
      const message = acknowledge(event.message, { code, application: 'LIS', facility: 'X', controlId: 'R1', at });
      return [{ kind: 'reply', message }];
    },
  });
  const sut = await caller(lis.port);
  await sut.connection.write(wholeFrame(update('s1-a').serialize()));
  const exchange = await lis.until(() => lis.book.of('s1')[0]);
  return (await exchange.settled).outcome;
}

describe('what a profile foresees of acknowledgments', () => {
  it.each<[AcknowledgmentCondition, string, string]>([
    ['AL', 'acknowledged', 'acknowledged'],
    ['NE', 'none-expected', 'none-expected'],
    ['SU', 'acknowledged', 'none-expected'],
    ['ER', 'none-expected', 'acknowledged'],
  ])('%s: what is accepted is %s, what is in error is %s', async (due, accepted, inError) => {
    expect([await outcome(due, 'AA'), await outcome(due, 'AE')]).toEqual([accepted, inError]);
  });

  it('NE: a sender does not wait for an answer that will never come', async () => {
    const sut = await farEnd(() => undefined);
    const lis = await played({ due: 'NE', to: sut.port });
    const [exchange] = await lis.send('s1-a');
    expect(exchange?.outcome).toBe('none-expected');
  });

  it('AL: a sender takes the answer', async () => {
    const sut = await farEnd((payload) => accept(payload));
    const lis = await played({ due: 'AL', to: sut.port });
    const [exchange] = await lis.send('s1-a');
    expect(exchange?.outcome).toBe('acknowledged');
  });
});
