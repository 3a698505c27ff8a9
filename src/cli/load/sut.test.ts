import { describe, expect, it } from 'vitest';
import type { WrittenPlan } from '../../load/plan/read-plan.js';
import type { LoadFlags } from './flags.js';
import { actOnSut, checkSut } from './sut.js';

const FLAGS = { duration: 1_000, results: 'results', format: 'text' } as LoadFlags;
const KILL = { action: 'kill', at: { kind: 'time', ms: 1_000 }, forMs: 1_000 } as const;

describe('what is to be done to the system under test', () => {
  it.each<readonly [string, WrittenPlan, Partial<LoadFlags>, boolean, RegExp]>([
    ['no command does it', { sut: [KILL] }, {}, false, /nothing says how to kill/],
    ['nothing takes it back', { sut: [KILL], control: { kill: 'exit 0' } }, {}, false, /nothing says how to start/],
    [
      'each machine sees its own part',
      { sut: [KILL] },
      { shard: { kind: 'shard', index: 0, of: 2 } },
      true,
      /sees the whole run/,
    ],
    ['it is a search', { sut: [KILL] }, { findCapacity: true }, true, /is left alone/],
    ['a defect is not of the demo engine', {}, { defect: ['no-dedupe'] }, false, /--defect is for the demo engine/],
  ])('is refused before anything is sent: %s', (_, plan, flags, hasDemo, message) => {
    expect(() => checkSut(plan, { ...FLAGS, ...flags }, hasDemo)).toThrow(message);
  });

  it('may be all that there are commands for, and anything with the demo engine', () => {
    expect(checkSut({ sut: [KILL], control: { kill: 'exit 0', start: 'exit 0' } }, FLAGS, false)).toBeUndefined();
    expect(checkSut({ sut: [KILL] }, { ...FLAGS, defect: ['no-dedupe'] }, true)).toBeUndefined();
  });

  it('is done by the commands of the plan, and a command that fails says so', async () => {
    const act = actOnSut({ control: { kill: 'exit 0', start: 'exit 3', cutOff: 'exit 0' } }, undefined);
    expect(await act('kill')).toBeUndefined();
    expect(await act('start')).toMatch(/the command for start ended with 3/);
    expect(await act('cut-off')).toMatch(/nothing says how/);
  });
});
