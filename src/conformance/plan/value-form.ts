/**
 * Forms of values that a machine can check. A shorter date or time was not always allowed: 2.1 and 2.2 want whole dates and
 * minutes, 2.3 to 2.4 want minutes where there is an hour, 2.5 and later neither (chapter 2, data types DT, TM, TS, DTM).
 */
export type ValueForm =
  | 'number'
  | 'sequence-id'
  | 'date'
  | 'whole-date'
  | 'time'
  | 'time-with-minutes'
  | 'timestamp'
  | 'timestamp-with-minutes'
  | 'timestamp-with-day'
  | 'time-stamp-text'
  | 'telephone'
  | 'structured-numeric'
  | 'hierarchic-designator'
  | 'entity-identifier'
  | 'encapsulated-data';

/** The form that the data type of this name has in this version of the standard. */
export function valueForm(name: string, isPrimitive: boolean, hl7Version: string): ValueForm | undefined {
  return isPrimitive ? primitiveForm(name, hl7Version) : COMPOSITE[name];
}

const COMPOSITE: Readonly<Record<string, ValueForm>> = {
  SN: 'structured-numeric',
  HD: 'hierarchic-designator',
  EI: 'entity-identifier',
  ED: 'encapsulated-data',
};

function primitiveForm(name: string, hl7Version: string): ValueForm | undefined {
  switch (name) {
    case 'NM':
      return 'number';
    case 'SI':
      return 'sequence-id';
    case 'DT':
      return isBefore(hl7Version, 3) ? 'whole-date' : 'date';
    case 'TM':
      return isBefore(hl7Version, 3) ? 'time-with-minutes' : 'time';
    case 'DTM':
      return timestampForm(hl7Version);
    case 'TS':
      return 'time-stamp-text';
    case 'TN':
      return 'telephone';
    default:
      return undefined;
  }
}

function timestampForm(hl7Version: string): ValueForm {
  if (isBefore(hl7Version, 3)) return 'timestamp-with-day';
  return isBefore(hl7Version, 5) ? 'timestamp-with-minutes' : 'timestamp';
}

/** Whether the version is before 2.`minor`; what is no such version counts as new. */
function isBefore(hl7Version: string, minor: number): boolean {
  const [, digits] = /^2\.(\d+)/.exec(hl7Version) ?? [];
  return digits !== undefined && Number(digits) < minor;
}
