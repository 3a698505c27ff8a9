/** A code system and the names under which interfaces send it. */
interface CodeSystem {
  /** As table 0396 has it. */
  readonly name: string;
  /** Other spellings, OIDs, FHIR's URLs. */
  readonly aliases: readonly string[];
  /** What is taken for one another: editions and national versions. */
  readonly family?: string;
}

const CODE_SYSTEMS: readonly CodeSystem[] = [
  { name: 'LN', aliases: ['LOINC', '2.16.840.1.113883.6.1', 'http://loinc.org'] },
  {
    name: 'SCT',
    aliases: ['SNOMED CT', 'SNOMED-CT', 'SNOMED', '2.16.840.1.113883.6.96', 'http://snomed.info/sct'],
    family: 'snomed',
  },
  { name: 'SNM', aliases: ['2.16.840.1.113883.6.51'], family: 'snomed' },
  { name: 'SNM3', aliases: ['SNOMED International'], family: 'snomed' },
  { name: 'SCT2', aliases: [], family: 'snomed' },
  { name: 'UCUM', aliases: ['2.16.840.1.113883.6.8', 'http://unitsofmeasure.org'], family: 'units' },
  { name: 'ISO+', aliases: ['ISO 2955', 'ISO2955+'], family: 'units' },
  { name: 'ANS+', aliases: [], family: 'units' },
  {
    name: 'I10C',
    aliases: ['ICD-10-CM', 'I10CM', '2.16.840.1.113883.6.90', 'http://hl7.org/fhir/sid/icd-10-cm'],
    family: 'icd-10',
  },
  { name: 'I10', aliases: ['ICD-10', '2.16.840.1.113883.6.3', 'http://hl7.org/fhir/sid/icd-10'], family: 'icd-10' },
  {
    name: 'I10P',
    aliases: ['ICD-10-PCS', '2.16.840.1.113883.6.4', 'http://www.cms.gov/Medicare/Coding/ICD10'],
    family: 'icd-10',
  },
  {
    name: 'I9CDX',
    aliases: ['2.16.840.1.113883.6.103', 'http://hl7.org/fhir/sid/icd-9-cm'],
    family: 'icd-9',
  },
  { name: 'I9C', aliases: ['ICD-9-CM', 'I9CM'], family: 'icd-9' },
  { name: 'I9CP', aliases: ['2.16.840.1.113883.6.104'], family: 'icd-9' },
  { name: 'I9', aliases: ['ICD-9', '2.16.840.1.113883.6.42'], family: 'icd-9' },
  {
    name: 'RXNORM',
    aliases: ['2.16.840.1.113883.6.88', 'http://www.nlm.nih.gov/research/umls/rxnorm'],
  },
  { name: 'NDC', aliases: ['2.16.840.1.113883.6.69', 'http://hl7.org/fhir/sid/ndc'] },
  { name: 'CVX', aliases: ['2.16.840.1.113883.12.292', 'HL70292', 'http://hl7.org/fhir/sid/cvx'] },
  { name: 'MVX', aliases: ['2.16.840.1.113883.12.227', 'HL70227', 'http://hl7.org/fhir/sid/mvx'] },
  {
    name: 'C4',
    aliases: ['CPT', 'CPT4', 'CPT-4', 'CPTM', '2.16.840.1.113883.6.12', 'http://www.ama-assn.org/go/cpt'],
    family: 'procedures',
  },
  { name: 'HPC', aliases: ['HCPCS', '2.16.840.1.113883.6.285'], family: 'procedures' },
  { name: 'CDCREC', aliases: ['2.16.840.1.113883.6.238'] },
  { name: 'UNII', aliases: ['2.16.840.1.113883.4.9', 'http://fdasis.nlm.nih.gov'] },
  { name: 'MDC', aliases: ['2.16.840.1.113883.6.24', 'urn:iso:std:iso:11073:10101'] },
  { name: 'DCM', aliases: ['DICOM', '1.2.840.10008.2.16.4', 'http://dicom.nema.org/resources/ontology/DCM'] },
  { name: 'L', aliases: ['LOCAL'] },
];

const BY_NAME: ReadonlyMap<string, CodeSystem> = new Map(
  CODE_SYSTEMS.flatMap((system) => [system.name, ...system.aliases].map((name) => [folded(name), system] as const)),
);

/** A table of HL7 as others write it: `0001`, `HL7-0001`, its OID, FHIR's URL. */
const HL7_TABLE =
  /^(?:HL7[\s-]?(?:table[\s-]?)?|(?:urn:oid:)?2\.16\.840\.1\.113883\.12\.|https?:\/\/terminology\.hl7\.org\/codesystem\/v2-|https?:\/\/hl7\.org\/fhir\/v2\/)?(\d{1,4})$/i;

/** The name of table 0396 for any name of a code system; undefined for one that we do not know. */
export function codeSystemName(name: string): string | undefined {
  const known = BY_NAME.get(folded(name));
  if (known !== undefined) return known.name;
  const [, table] = HL7_TABLE.exec(name.trim()) ?? [];
  return table === undefined ? undefined : `HL7${table.padStart(4, '0')}`;
}

/** How two names of code systems stand to one another: the same system, its editions; undefined: nothing known. */
export function kinship(one: string, other: string): 'same' | 'family' | undefined {
  if (one === other) return 'same';
  const left = codeSystemName(one);
  const right = codeSystemName(other);
  if (folded(one) === folded(other) || (left !== undefined && left === right)) return 'same';
  const family = left === undefined ? undefined : BY_NAME.get(folded(left))?.family;
  if (family === undefined || right === undefined) return undefined;
  return BY_NAME.get(folded(right))?.family === family ? 'family' : undefined;
}

/** Without what people write differently: case, blanks, hyphens between words, the prefix of an OID. */
function folded(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^urn:oid:/, '')
    .replace(/[\s_-]+/g, '');
}
