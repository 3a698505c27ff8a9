import type { Effect } from '../../src/endpoint/simulator.js';

/** Something that should not have happened; it becomes a finding. */
export function alert(text: string): Effect {
  return { kind: 'note', level: 'alert', text };
}

export function info(text: string): Effect {
  return { kind: 'note', level: 'info', text };
}
