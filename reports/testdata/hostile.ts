import type { RunRecord } from '../../src/evidence/run-record.js';

/** What an attacker, or a clumsy clerk, would put into a name. */
export const HOSTILE = `"'><script>globalThis.pwned=1</script><img src=x onerror="globalThis.pwned=2"></style></title>&amp;\u0000\u202e\ud800`;

/** Texts that the harness itself makes, and that mean something to the reports. */
const OWN = /^(id|kind|direction|status|verdict|outcome|classification|section|at|startedAt|finishedAt|code|link)$/;

/** The same run with something hostile after every text, inside the messages too. */
export function hostile(run: RunRecord): RunRecord {
  return poison(run, '') as RunRecord;
}

function poison(value: unknown, key: string): unknown {
  if (Buffer.isBuffer(value)) return poisonMessage(value);
  if (typeof value === 'string') return OWN.test(key) ? value : value + HOSTILE;
  if (Array.isArray(value)) return value.map((each) => poison(each, key));
  if (typeof value !== 'object' || value === null) return value;
  const isMap = key === 'hashes' || key === 'requirements';
  const entries = Object.entries(value).map(([name, each]) => [isMap ? name + HOSTILE : name, poison(each, name)]);
  return Object.fromEntries(entries);
}

/** Something hostile in every component, so that the message can still be parsed. */
function poisonMessage(raw: Buffer): Buffer {
  const text = raw.toString();
  const inert = HOSTILE.replace('&amp;', '');
  return Buffer.from(text.slice(0, 9) + text.slice(9).replaceAll('^', `^${inert}^`).replaceAll('||', `|${inert}|`));
}
