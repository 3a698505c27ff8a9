import { describe, expect, it } from 'vitest';
import { codeSystemName, kinship } from './code-systems.js';

describe('the names of code systems', () => {
  it.each([
    ['LN', 'LN'],
    ['LOINC', 'LN'],
    ['loinc', 'LN'],
    ['2.16.840.1.113883.6.1', 'LN'],
    ['urn:oid:2.16.840.1.113883.6.1', 'LN'],
    ['http://loinc.org', 'LN'],
    ['SNOMED-CT', 'SCT'],
    ['http://snomed.info/sct', 'SCT'],
    ['ICD-10-CM', 'I10C'],
    ['icd10cm', 'I10C'],
    ['2.16.840.1.113883.6.8', 'UCUM'],
    ['HL70001', 'HL70001'],
    ['0001', 'HL70001'],
    ['HL7 table 1', 'HL70001'],
    ['2.16.840.1.113883.12.1', 'HL70001'],
    ['http://terminology.hl7.org/CodeSystem/v2-0001', 'HL70001'],
    ['http://hl7.org/fhir/v2/0203', 'HL70203'],
  ])('%s is %s', (name, expected) => {
    expect(codeSystemName(name)).toBe(expected);
  });

  it('says nothing of a name that it does not know', () => {
    expect(codeSystemName('99LAB')).toBeUndefined();
    expect(codeSystemName('')).toBeUndefined();
    expect(codeSystemName('HL7123456')).toBeUndefined();
  });
});

describe('how two names stand to one another', () => {
  it.each([
    ['LOINC', 'LN', 'same'],
    ['2.16.840.1.113883.6.96', 'SCT', 'same'],
    ['99lab', '99LAB', 'same'],
    ['SNM', 'SCT', 'family'],
    ['I10', 'I10C', 'family'],
    ['ISO+', 'UCUM', 'family'],
    ['LN', 'SCT', undefined],
    ['99LAB', 'LN', undefined],
    ['RXNORM', 'NDC', undefined],
  ] as const)('%s and %s: %s', (one, other, expected) => {
    expect(kinship(one, other)).toBe(expected);
    expect(kinship(other, one)).toBe(expected);
  });
});
