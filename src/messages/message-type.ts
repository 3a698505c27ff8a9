import { structureOfEvent } from '../standard/event-structures.js';
import type { Version } from './facts.js';
import { isSince, since } from './version.js';

/** MSH-9. `structure` is absent in 2.3, whose MSH-9 has two components. */
export interface MessageType {
  readonly code: string;
  readonly trigger: string;
  readonly structure?: string;
}

/** Pharmacy messages had one event for all before 2.4: O01, and O02 for the replies. */
const BEFORE_2_4: Readonly<Record<string, string>> = {
  'RDE^O11': 'O01',
  'RDS^O13': 'O01',
  'RAS^O17': 'O01',
  'RRE^O12': 'O02',
  'RRD^O14': 'O02',
  'RRA^O18': 'O02',
};

/** The first version in which we build a message; where nothing stands, the oldest one. */
const FIRST_VERSIONS: Readonly<Record<string, Version>> = {
  DFT: '2.3.1',
  MDM: '2.3.1',
  OMG: '2.4',
  OML: '2.4',
  OMP: '2.4',
  ORG: '2.4',
  ORL: '2.4',
  ORP: '2.4',
  // RDS^O01 of 2.3 requires an OBX, and a dispense observes nothing.
  RDS: '2.3.1',
  OMI: '2.5',
  ORI: '2.5',
  SIU: '2.5',
};

/** The versions in which the message can be built, oldest first. */
export function versionsOf(code: string): readonly Version[] {
  return since(FIRST_VERSIONS[code] ?? '2.3');
}

/**
 * MSH-9 of an event, which is named as in 2.5.1, in the words of `version`.
 * Throws where the version has no such message: no link can be configured for what does not exist.
 */
export function messageType(version: Version, code: string, event: string): MessageType {
  const key = `${code}^${event}`;
  const [first = version] = versionsOf(code);
  if (!isSince(first, version)) {
    throw new Error(`${key} cannot be built in HL7 ${version}: set the version of the link to ${first} or later`);
  }
  const renamed = isSince('2.4', version) ? undefined : BEFORE_2_4[key];
  const trigger = renamed ?? event;
  const structure = version === '2.3' ? undefined : structureOfEvent(version, code, trigger);
  return structure === undefined ? { code, trigger } : { code, trigger, structure };
}
