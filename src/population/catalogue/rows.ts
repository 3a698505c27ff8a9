/** The shapes of the generated `*.data.ts` rows: tuples, so that a row stays one short line. */

/** sex, ageMin, ageMax (whole years, inclusive), low, high, criticalLow, criticalHigh; null is an open side. */
export type RangeRow = readonly [
  sex: 'A' | 'F' | 'M',
  ageMin: number,
  ageMax: number,
  low: number | null,
  high: number | null,
  criticalLow: number | null,
  criticalHigh: number | null,
];

export type AnalyteRow = readonly [
  loinc: string,
  text: string,
  longName: string,
  specimen: string,
  valueType: 'NM' | 'SN' | 'CE' | 'ST',
  unit: string,
  decimals: number,
  ranges: readonly RangeRow[],
  values: readonly string[],
  expected: string,
];

export type PanelRow = readonly [
  code: string,
  system: string,
  text: string,
  longName: string,
  specimen: string,
  tube: string,
  turnaroundMinutes: number,
  analytes: readonly string[],
];

export type ImagingRow = readonly [
  code: string,
  system: string,
  text: string,
  longName: string,
  modality: string,
  bodyPart: string,
  laterality: '' | 'L' | 'R' | 'B',
  durationMinutes: number,
  contrast: boolean,
];

export type DrugRow = readonly [
  code: string,
  system: string,
  text: string,
  ingredient: string,
  dose: number,
  doseUnit: string,
  form: string,
  route: string,
  frequencies: readonly string[],
  maxDaily: string,
  allergyClass: string,
];

export type DiagnosisRow = readonly [
  code: string,
  text: string,
  patientClass: 'E' | 'I' | 'O',
  sex: 'A' | 'F' | 'M',
  ageMin: number,
  ageMax: number,
];

export type AllergyRow = readonly [
  code: string,
  system: string,
  text: string,
  type: string,
  reaction: string,
  severity: string,
];

export type PlaceRow = readonly [
  pointOfCare: string,
  name: string,
  type: 'C' | 'D' | 'N',
  hospitalService: string,
  building: string,
  floor: string,
  rooms: string,
  beds: readonly string[],
];
