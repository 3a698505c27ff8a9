import type { SimulatorTools } from '../../src/endpoint/simulator.js';
import type { EntityIdentifier } from '../../src/messages/facts.js';

/** A new number of this application (EI): `what` and `entity` decide it, never the time. */
export function ownNumber(
  tools: SimulatorTools,
  what: string,
  ...entity: readonly (string | number)[]
): EntityIdentifier {
  return { id: tools.mint(what, ...entity), ...ownAuthority(tools) };
}

/** EI.2 to EI.4 of the numbers that this application gives, from its MSH-3. */
export function ownAuthority(tools: SimulatorTools): Omit<EntityIdentifier, 'id'> {
  const [namespace = '', universalId, universalIdType] = tools.self.application.split('^');
  return {
    namespace,
    ...(universalId !== undefined && { universalId }),
    ...(universalIdType !== undefined && { universalIdType }),
  };
}

export function isOwnNumber(tools: SimulatorTools, number: EntityIdentifier): boolean {
  return number.namespace === ownAuthority(tools).namespace;
}
