/** Faults of the catalogue that plain sockets cannot make, and why: a scenario that names one is untestable, which is not green. */
export const UNTESTABLE: Readonly<Record<string, string>> = {
  'half-open':
    'a connection of which one side is silently gone needs lost packets, and those need a network namespace of their own; use close-after-ack, or cut the system off',
  'dropped-syn':
    'a port that neither accepts nor refuses needs dropped packets, and those need a network namespace of their own; use refuse-connection',
};
