import { describe, expect, it } from 'vitest';
import { suffer } from './link-trouble.js';
import { scenario } from './testdata/scenario.js';
import { HarnessError, Untestable } from './trouble.js';

async function trouble(fault: string, side?: 'sends' | 'receives'): Promise<unknown> {
  const session = await scenario();
  return suffer(session, 'lis', fault, side).catch((reason: unknown) => reason);
}

describe('a fault that a scenario names', () => {
  it('is taken on the side on which it strikes', async () => {
    expect(await trouble('never-acknowledge', 'receives')).toBeUndefined();
    expect(await trouble('missing-end', 'sends')).toBeUndefined();
    expect(await trouble('missing-end')).toBeUndefined();
  });

  it.each([
    ['missing-end', 'receives', 'write "the link from the laboratory suffers ..."'],
    ['never-acknowledge', 'sends', 'write "the link to the laboratory suffers ..."'],
    ['mising-end', 'sends', 'did you mean missing-end?'],
    ['restart-under-load', 'sends', 'strikes the system under test'],
  ] as const)('%s that cannot be meant (%s) is a mistake of the step', async (fault, side, message) => {
    const error = await trouble(fault, side);
    expect(error).toBeInstanceOf(HarnessError);
    expect(String(error)).toContain(message);
  });

  it('is untestable where plain sockets cannot make it', async () => {
    expect(await trouble('half-open', 'sends')).toBeInstanceOf(Untestable);
  });
});
