import type { MixEntry } from './load-plan.js';

/** `adt-a01`, `ADT^A01` or `ADT_A01` as `ADT^A01`; anything else is the name of a workflow. */
export function mixEntry(name: string, weight: number): MixEntry {
  const [, code, event] = /^([A-Za-z]{3})[-^_ ]([A-Za-z][A-Za-z0-9]{2})$/.exec(name.trim()) ?? [];
  if (code === undefined || event === undefined) return { kind: 'workflow', name: name.trim(), weight };
  return { kind: 'message', name: `${code}^${event}`.toUpperCase(), weight };
}
