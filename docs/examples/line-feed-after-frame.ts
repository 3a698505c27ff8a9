import { defineFault, parameter, type WireFault } from 'pipehat';

// Line feeds between two frames, as senders write that add one to every line. A receiver has to pass over them.
export const fault = defineFault({
  name: 'line-feed-after-frame',
  says: 'line feeds follow the end of the frame',
  parameters: { count: parameter.count(1, 'how many line feeds') },
  make: ({ count }): WireFault => ({
    kind: 'wire',
    name: 'line-feed-after-frame',
    together: 1,
    apply: (plan) => [...plan, { kind: 'write', bytes: Buffer.from('\n'.repeat(count)) }],
  }),
});
