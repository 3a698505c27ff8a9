/** Faults of the catalogue that plain sockets cannot make, and why: a scenario that names one is untestable, which is not green. */
export const UNTESTABLE: Readonly<Record<string, string>> = {
  'dropped-syn':
    'a port that neither accepts nor refuses needs dropped packets, and those need a network namespace of their own; use refuse-connection',
};
