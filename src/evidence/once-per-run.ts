import type { RunRecord } from './run-record.js';

/**
 * What is made of a whole run, kept with its record: every report of the run asks for the same, and some of it reads every message.
 * `make` must be pure.
 */
export function oncePerRun<Made>(make: (run: RunRecord) => Made): (run: RunRecord) => Made {
  const known = new WeakMap<RunRecord, { readonly made: Made }>();
  return (run) => {
    const entry = known.get(run) ?? { made: make(run) };
    known.set(run, entry);
    return entry.made;
  };
}
