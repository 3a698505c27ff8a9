import { describe, expect, it } from 'vitest';
import { html } from '../../src/base/html.js';
import { MANIFEST, specimenRun } from '../testdata/specimen.js';
import { sequenceDiagram } from './sequence-diagram.js';
import { sequenceEvents } from './sequence-events.js';

const run = specimenRun();
const byName = (part: string) => {
  const found = run.scenarios.find((scenario) => scenario.name.includes(part));
  if (found === undefined) throw new Error(`no scenario ${part}`);
  return found;
};

describe('sequenceEvents', () => {
  it('has messages, replies, controls and the wire in the order of time', () => {
    const events = sequenceEvents(byName('survives a kill'), MANIFEST);
    expect(events.map((event) => `${event.kind} ${event.partner ?? '-'} ${event.label}`)).toEqual([
      'arrow ehr ADT^A01',
      'arrow ehr AA',
      'arrow lis ADT^A01',
      'gap lis connection lost',
      'note - kill: SIGKILL to process 41733',
      'note - start: listening on 127.0.0.1:2575 after 212 ms',
      'note lis junk before start block',
      'arrow lis ADT^A01',
      'arrow lis AA',
    ]);
  });

  it('points a delivery away from the system under test and its reply towards it', () => {
    const events = sequenceEvents(byName('admitted to a bed'), MANIFEST);
    const arrows = events.filter((event) => event.kind === 'arrow' && event.partner === 'lis');
    expect(arrows.map((event) => event.kind === 'arrow' && event.towardsSut)).toEqual([false, true]);
  });

  it('names the fault that was active and shows that no reply came', () => {
    const events = sequenceEvents(byName('truncated'), MANIFEST);
    expect(events[0]).toMatchObject({ kind: 'arrow', detail: expect.stringContaining('fault missing-end') });
    expect(events[1]).toMatchObject({ kind: 'gap', label: 'no acknowledgment in time' });
  });
});

describe('sequenceDiagram', () => {
  it('has the system under test in the middle and only the actors that took part', () => {
    const svg = html`${sequenceDiagram(byName('kill'), MANIFEST)}`.markup;
    const lanes = [...svg.matchAll(/class="lane[^"]*">.*?y="28">([^<]+)</g)].map((match) => match[1]);
    expect(lanes).toEqual(['EHR', 'SUT', 'LIS']);
  });

  it('links each arrow to its message', () => {
    const scenario = byName('admitted to a bed');
    const svg = html`${sequenceDiagram(scenario, MANIFEST)}`.markup;
    for (const { id } of scenario.exchanges) expect(svg.split(`href="#${id}"`)).toHaveLength(3);
  });

  it('calls the system under test by the role that it plays', () => {
    const svg = html`${sequenceDiagram(byName('kill'), { ...MANIFEST, sut: { ...MANIFEST.sut, role: 'lis' } })}`.markup;
    expect(svg).toContain('LIS (SUT)');
  });

  it('is not drawn where there is no message', () => {
    expect(sequenceDiagram(byName('study instance UID'), MANIFEST)).toBeUndefined();
  });
});
