import type { Exchange } from '../src/evidence/exchange.js';
import type { RunManifest } from '../src/evidence/journal-entry.js';

const TITLES: Readonly<Record<string, string>> = {
  ehr: 'EHR',
  lis: 'LIS',
  ris: 'RIS',
  pharmacy: 'Pharmacy',
  sut: 'SUT',
};

/** `EHR`, `Pharmacy`; a free name stays as it is. */
export function actorTitle(actor: string): string {
  return Object.hasOwn(TITLES, actor) ? (TITLES[actor] ?? actor) : actor;
}

/** The name under which the system under test stands in the diagrams: `SUT`, or `LIS (SUT)` where it plays a role. */
export function sutTitle(manifest: RunManifest): string {
  const { role } = manifest.sut;
  return Object.hasOwn(TITLES, role) && role !== 'sut' ? `${actorTitle(role)} (SUT)` : 'SUT';
}

/** The actor of ours at one end of a link; the system under test is at the other. */
export function partnerOn(link: string, manifest: RunManifest, direction?: Exchange['direction']): string {
  const [head = link, tail = ''] = link.split('>');
  const known = manifest.links.find((each) => each.name === link);
  const from = known?.from ?? head;
  const to = known?.to ?? tail;
  if (direction !== undefined) return direction === 'sent' ? from : to;
  return from === 'sut' ? to : from;
}
