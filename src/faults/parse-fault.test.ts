import { describe, expect, it } from 'vitest';
import { FAULTS } from './index.js';
import { parseFault } from './parse-fault.js';

function parsed(text: string) {
  const result = parseFault(text, FAULTS);
  if (result.kind === 'mistaken') throw new Error(result.mistakes.join('; '));
  return result;
}

function mistakes(text: string): readonly string[] {
  const result = parseFault(text, FAULTS);
  return result.kind === 'mistaken' ? result.mistakes : [];
}

describe('a fault in words', () => {
  it('is its name alone: the next message, once, with the defaults', () => {
    const { fault, selection } = parsed('missing-start');
    expect(fault).toMatchObject({ kind: 'wire', name: 'missing-start' });
    expect(selection).toEqual({ on: { kind: 'next' }, times: 1, after: 0 });
  });

  it('has parameters with their units', () => {
    const { fault } = parsed('refuse-connection:for=1.5min');
    expect(fault).toMatchObject({ forMs: 90_000 });
    expect(parsed(' coalesced-frames : frames=4 , after = 2 ').fault).toMatchObject({ together: 4 });
  });

  it.each([
    { text: 'on=every 3', selection: { on: { kind: 'every', n: 3 }, times: Number.POSITIVE_INFINITY, after: 0 } },
    { text: 'on=every 3,times=2', selection: { on: { kind: 'every', n: 3 }, times: 2, after: 0 } },
    { text: 'on=0.25', selection: { on: { kind: 'probability', p: 0.25 }, times: Number.POSITIVE_INFINITY, after: 0 } },
    { text: 'on=30s', selection: { on: { kind: 'span', ms: 30_000 }, times: Number.POSITIVE_INFINITY, after: 0 } },
    { text: 'on=next,times=3,after=1', selection: { on: { kind: 'next' }, times: 3, after: 1 } },
    { text: 'type=ORU^R01', selection: { on: { kind: 'next' }, times: 1, after: 0, type: 'ORU^R01' } },
    { text: 'times=0', selection: { on: { kind: 'next' }, times: 0, after: 0 } },
  ])('selects messages by $text', ({ text, selection }) => {
    expect(parsed(`missing-start:${text}`).selection).toEqual(selection);
  });

  it('that is unknown is answered with those that there are', () => {
    expect(mistakes('late-ack:delay=8s')[0]).toMatch(/^there is no fault "late-ack"; there are .*late-acknowledgment/);
  });

  it('that is misspelt is answered with the nearest, and a parameter too', () => {
    expect(mistakes('late-acknowledgement')[0]).toContain('did you mean late-acknowledgment? there are');
    expect(mistakes('late-acknowledgment:delya=8s')[0]).toContain('did you mean delay? it has');
  });

  it('has its own choice of messages where nobody says', () => {
    expect(parsed('intermittent-error').selection).toMatchObject({ on: { kind: 'every', n: 3 } });
    expect(parsed('intermittent-error:on=next').selection).toEqual({ on: { kind: 'next' }, times: 1, after: 0 });
  });

  it('that plain sockets cannot make is untestable, with the reason', () => {
    expect(parseFault('dropped-syn', FAULTS)).toMatchObject({
      kind: 'mistaken',
      isUntestable: true,
      mistakes: [expect.stringMatching(/^dropped-syn: .*network namespace/)],
    });
  });

  it('tells all its mistakes at once, each with the remedy', () => {
    expect(mistakes('late-acknowledgment:delay=8,on=never,depth=2,toString=1')).toEqual([
      'late-acknowledgment: delay=8 must be a duration with its unit, such as 250ms or 8s',
      'late-acknowledgment: on=never must be next, every n, a probability from 0 to 1, or a duration such as 30s',
      'late-acknowledgment has no parameter "depth"; it has on, times, after, type, delay',
      'late-acknowledgment has no parameter "toString"; it has on, times, after, type, delay',
    ]);
  });

  it.each([
    'coalesced-frames:frames=1',
    'odd-terminator:variant=lf',
    'missing-start:on=every 0',
    'missing-start:on=1.5',
    'missing-start:times=-1',
  ])('refuses %s', (text) => {
    expect(mistakes(text)).toHaveLength(1);
  });
});

describe('the catalogue', () => {
  it.each(FAULTS)('$name makes a fault of its own name, and reads each parameter that it shows', (definition) => {
    expect(definition.make().name).toBe(definition.name);
    expect(definition.says).toMatch(/^[a-z].*[^.]$/);
    for (const [key, parameter] of Object.entries(definition.parameters)) {
      expect(parameter.says, key).not.toBe('');
      expect(parameter.expects, key).not.toBe('');
    }
  });

  it('has no name twice', () => {
    expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
  });
});
