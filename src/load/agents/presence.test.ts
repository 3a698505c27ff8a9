import { describe, expect, it } from 'vitest';
import { pause, realTimer } from '../../base/timer.js';
import { Presence } from './presence.js';

const timer = realTimer();

describe('Presence', () => {
  it('waits for an agent from the moment when it is first asked for', async () => {
    const presence = new Presence({ state: { isUp: true, since: timer.now() - 60_000 } });
    await pause(timer, 30);
    expect(presence.silentMs('0', 'a')).toBe(0);
    await pause(timer, 30);
    const before = presence.silentMs('0', 'a');
    expect(before).toBeGreaterThanOrEqual(25);
    presence.take({ place: '0', agent: 'a' });
    expect(presence.silentMs('0', 'a')).toBeLessThan(before);
    // A place that nobody has is not silent, and a new agent has its own time.
    expect([presence.silentMs('1', undefined), presence.silentMs('0', 'b')]).toEqual([0, 0]);
  });

  it('calls nobody silent while NATS is away, nor for the time that it was', () => {
    const link = { state: { isUp: false, since: timer.now() - 5_000 } };
    const presence = new Presence(link);
    presence.take({ place: '0', agent: 'a' });
    expect(presence.silentMs('0', 'a')).toBe(0);
    expect(presence.cutOffMs).toBeGreaterThanOrEqual(5_000);
    link.state = { isUp: true, since: timer.now() };
    expect(presence.silentMs('0', 'a')).toBeLessThan(5_000);
    expect(presence.cutOffMs).toBe(0);
  });
});
