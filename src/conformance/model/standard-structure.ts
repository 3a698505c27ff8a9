import { standard } from '../../standard/load.js';
import { compareVersions, nearestVersion } from '../../standard/versions.js';
import type { MessageDefinition } from './structure.js';

/**
 * The structure that HL7 gives the event of a message definition (table 0354), which MSH-9.3 names; undefined where the standard
 * knows none, such as for an event of a site, and before 2.4, when few events shared a structure.
 */
export function standardStructure(
  { type, event }: Pick<MessageDefinition, 'type' | 'event'>,
  hl7Version: string,
): string | undefined {
  const version = nearestVersion(hl7Version);
  return compareVersions(version, '2.4') < 0 ? undefined : standard(version).structureFor(type, event);
}
