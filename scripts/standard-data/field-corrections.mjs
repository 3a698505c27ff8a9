// Slips of single fields in hl7-dictionary 1.0.1, as `segment: { position: changes }`.

/** Its 2.7 has no data type for a value whose type another field tells. */
const VARIES = { datatype: 'VARIES' };
const IN_2_7 = {
  MFA: { 5: VARIES },
  MFE: { 4: VARIES },
  OBX: { 5: VARIES },
  QPD: { 3: VARIES },
  RDT: { 1: VARIES },
};

const FIELDS = {
  // The table number stood in the place of the repetitions.
  '2.5.1': { OBX: { 2: { rep: 1 } } },
  2.7: IN_2_7,
  '2.7.1': IN_2_7,
};

export function correctedFields(version, segment, fields) {
  const changes = FIELDS[version]?.[segment] ?? {};
  return fields.map((field, index) => ({ ...field, ...changes[index + 1] }));
}

/**
 * Table values that the dictionary's one merged version lacks, with the version that brought them. The first version
 * and the wording of 198 and 199 could not be verified: they are taken from the current terminology.
 */
export const TABLE_ADDITIONS = [
  { table: 357, code: '104', text: 'Value too long', since: '2.7' },
  { table: 357, code: '198', text: 'Non-Conformant Cardinality', since: '2.7.1' },
  { table: 357, code: '199', text: 'Other HL7 Error', since: '2.7.1' },
];
