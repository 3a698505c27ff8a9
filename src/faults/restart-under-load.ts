import { defineFault } from './definition.js';
import type { SutFault } from './fault.js';
import { choice, duration } from './parameter.js';

/** S32: the system under test is stopped or killed while messages come. Every message that it has accepted survives. */
export const restartUnderLoad = defineFault({
  name: 'restart-under-load',
  says: 'the system under test is stopped, killed, paused or cut off, and let go on after a while',
  parameters: {
    how: choice(['kill', 'stop', 'pause', 'cut-off'], 'without warning, in order, hanging, or without network'),
    for: duration(1_000, 'time until it is let go on'),
    at: choice(
      ['unanswered', 'in-message'],
      'when a message of ours is written, or half of it; a load plan has its own times',
    ),
  },
  make: (given): SutFault => ({
    kind: 'sut',
    name: 'restart-under-load',
    action: given.how,
    forMs: given.for,
    at: given.at,
  }),
});
