import type { LinkEvidence } from '../../evidence/exchange.js';
import type { LoadPlan } from '../plan/load-plan.js';
import type { FarEndPart } from './far-end-part.js';

/** The links that a plan uses: to the system under test, and from it to the far ends that listen. */
export function linksOf({ targets, farEnds }: LoadPlan, open: readonly FarEndPart[]): readonly LinkEvidence[] {
  const out = targets.map(({ role = 'everybody', host, port, tls }) => {
    return { name: `${role}>sut`, from: role, to: 'sut', address: `${host}:${port}`, tls: tls !== undefined };
  });
  const back = farEnds.map(({ name, host, port, tls }, n) => {
    const address = `${host}:${open[n]?.port ?? port}`;
    return { name: `sut>${name}`, from: 'sut', to: name, address, tls: tls !== undefined };
  });
  return [...out, ...back];
}
