import { describe, expect, it } from 'vitest';
import { throughEngine } from './through-engine.js';

const MESSAGES = 3_000;

/** The same as `npm run bench -- --only load --long` does with a million. */
describe('messages through the demo engine to the far end', () => {
  it('are all accounted for', async () => {
    const { result, lost, memory } = await throughEngine({ messages: MESSAGES, rate: 1_000, loses: false });
    process.stdout.write(
      `${result.acknowledged} accepted, ${result.ledger?.delivered} delivered, ${lost.length} lost, at ${Math.round(result.rate)}/s\n`,
    );
    expect(result).toMatchObject({ offered: MESSAGES, acknowledged: MESSAGES, dropped: 0, errors: {} });
    expect(result.ledger).toMatchObject({
      delivered: MESSAGES,
      lost: 0,
      duplicated: 0,
      reordered: 0,
      altered: 0,
      foreign: 0,
    });
    expect(lost).toEqual([]);
    expect(memory.length).toBeGreaterThan(0);
  });

  it('and those are named that the engine forgets, no other', async () => {
    const { result, lost, forgotten } = await throughEngine({ messages: MESSAGES, rate: 1_000, loses: true });
    process.stdout.write(
      `${lost.length} lost of ${result.acknowledged}, ${forgotten.length} by the log of the engine\n`,
    );
    expect(forgotten).toHaveLength(Math.floor(MESSAGES / 97));
    expect(lost).toEqual(forgotten);
    expect(result.ledger).toMatchObject({ delivered: MESSAGES - forgotten.length, lost: forgotten.length });
  });
});
