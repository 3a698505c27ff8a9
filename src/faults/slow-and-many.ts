import { START_BLOCK } from '../mllp/frame-event.js';
import { defineFault } from './definition.js';
import type { ConnectionFault } from './fault.js';
import { choice, count, duration } from './parameter.js';
import { split, write } from './plan-bytes.js';

/** So many connections at the most: a test of a system, not an attack on it. */
const MOST_CONNECTIONS = 1_000;

/** S27: connections side by side that say nothing or never go on, and the message byte by byte. Limits hold, others do not notice. */
export const slowAndMany = defineFault({
  name: 'slow-and-many',
  says: 'many connections stay open side by side while the message comes byte by byte',
  parameters: {
    connections: count(20, 'connections beside the one of the message', 0, MOST_CONNECTIONS),
    doing: choice(['begun', 'idle'], 'a frame that does not go on, or nothing at all'),
    rate: count(200, 'connections opened in a second', 1, MOST_CONNECTIONS),
    stay: duration(0, 'time that they stay when the message was answered'),
    gap: duration(1, 'wait between two bytes'),
  },
  make: ({ connections, doing, rate, stay, gap }): ConnectionFault => ({
    kind: 'connection',
    name: 'slow-and-many',
    attempts: (plan) => [{ plan: split(plan, gap, (bytes) => [...bytes.keys()]), afterMs: 0 }],
    company: {
      plans: Array.from({ length: connections }, () => (doing === 'begun' ? [write(Buffer.of(START_BLOCK))] : [])),
      everyMs: 1_000 / rate,
      stayMs: stay,
    },
  }),
});
