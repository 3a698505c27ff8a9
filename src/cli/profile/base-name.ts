import { closest } from '../../base/closest.js';
import { baseProfile } from '../../conformance/load/base/base-profile.js';
import type { Profile } from '../../conformance/model/profile.js';
import { standard } from '../../standard/load.js';
import { isStandardVersion, STANDARD_VERSIONS, type StandardVersion } from '../../standard/versions.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';

const FORM = 'write base:2.5.1:ADT^A01, or with the structure base:2.5.1:ADT_A01';

/** The profile that `base:2.5.1:ADT^A01` names; undefined where the name is of another kind. Throws OperatorError. */
export function baseNamed(name: string): Profile | undefined {
  if (name !== 'base' && !name.startsWith('base:')) return undefined;
  const [, version = '', message = ''] = name.split(':');
  if (!isStandardVersion(version)) {
    const known = STANDARD_VERSIONS.join(', ');
    throw new OperatorError(EXIT.usage, `"${name}" names no version of the standard`, `${FORM}; versions: ${known}`);
  }
  const [type = '', event = ''] = message.split('^');
  const structure = event === '' ? type : standard(version).structureFor(type, event);
  if (structure === undefined || standard(version).structure(structure) === undefined) throw unknown(version, message);
  return baseProfile(version, structure, event === '' ? undefined : { type, event });
}

function unknown(version: StandardVersion, message: string): OperatorError {
  const meant = closest(message.replace('^', '_'), standard(version).structureIds());
  const hint = meant === undefined ? '' : `did you mean ${meant}? `;
  return new OperatorError(EXIT.usage, `HL7 ${version} has no message "${message}"`, hint + FORM);
}
