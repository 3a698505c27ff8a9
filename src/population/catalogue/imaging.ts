import type { ImagingProcedure } from '../facts.js';
import { finder } from './finder.js';
import { ROWS } from './imaging.data.js';
import type { ImagingRow } from './rows.js';

export const IMAGING_PROCEDURES: readonly ImagingProcedure[] = ROWS.map(procedure);

const ALIASES: Readonly<Record<string, string>> = {
  'Chest X-ray': '36643-5',
  'Chest radiograph': '36643-5',
  'Portable chest X-ray': '24632-2',
  'Abdominal X-ray': '24799-9',
  'CT head': '30799-1',
  'CT brain': '30799-1',
  'Head CT': '30799-1',
  'CT chest': '24628-0',
  'CT abdomen': '36813-4',
  'CT abdomen and pelvis': '36813-4',
  CTPA: '79077-4',
  'MR brain': '30657-1',
  'Brain MRI': '30657-1',
  'MR spine': '30679-5',
  'MR knee': '36508-0',
  'Abdominal ultrasound': '24558-9',
  'Obstetric ultrasound': '80866-7',
  Echo: '42148-7',
  Mammogram: '26346-7',
  DEXA: '38268-9',
  FAST: 'USFAST',
};

/** An imaging procedure by everyday name (`Chest X-ray`, `CT head`), label, code or LOINC name. Throws with the nearest. */
export const findImaging: (name: string) => ImagingProcedure = finder({
  what: 'imaging procedure',
  tiers: [IMAGING_PROCEDURES],
  names: (item) => [item.text, item.code, item.longName],
  aliases: ALIASES,
});

function procedure(row: ImagingRow): ImagingProcedure {
  const [code, system, text, longName, modality, bodyPart, laterality, durationMinutes, contrast] = row;
  const base = { code, text, system, longName, modality, bodyPart, durationMinutes, contrast };
  return laterality === '' ? base : { ...base, laterality };
}
