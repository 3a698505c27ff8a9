import type { Isolate, StatedValue } from '../../simulators/lis/commands.js';
import { rng } from '../base/rng.js';
import type { Observation } from '../messages/facts.js';
import { findDiagnosis } from '../population/catalogue/diagnoses.js';
import type { Coded } from '../population/facts.js';
import type { Session } from './session.js';
import { HarnessError } from './trouble.js';

/** Rows of a table: what the laboratory asks with an order, and the answer. */
export function answersOf(rows: readonly (readonly string[])[]): readonly Observation[] {
  return rows.map(([question = '', answer = '']) => ({
    id: { code: question.toUpperCase().replaceAll(/[^A-Z]/g, ''), text: question, system: 'L' },
    value: { type: 'ST', value: answer },
    status: 'F',
  }));
}

/** By the name that a ward uses, or the code. */
export function diagnosisNamed(name: string): Coded {
  const { code, text, system } = findDiagnosis(name);
  return { code, text, system };
}

/** Rows of a table: organism, antibiotic, value. Rows of one organism make one isolate. */
export function isolatesOf(rows: readonly Readonly<Record<string, string>>[]): readonly Isolate[] {
  const byOrganism = new Map<string, StatedValue[]>();
  for (const { organism = '', antibiotic, value } of rows) {
    if (organism === '') throw new HarnessError('a table of isolates has the column "organism"');
    const stated = byOrganism.get(organism) ?? [];
    if (antibiotic && value) stated.push({ analyte: `${antibiotic} MIC`, value });
    byOrganism.set(organism, stated);
  }
  return [...byOrganism].map(([text, susceptibilities]) => ({
    organism: { code: '', text, system: '' },
    susceptibilities,
  }));
}

const WORDS = [
  'moderate',
  'chronic',
  'inflammation',
  'of the',
  'mucosa',
  'without',
  'atypia',
  'is seen in',
  'all levels',
];

/** Words of a report up to that many characters, the same for the same seed. */
export function longText(session: Session, characters: number): string {
  const random = rng(...session.scene.key, 'text');
  let text = '';
  while (text.length < characters) text += `${random.pick(WORDS)} `;
  return `${text.slice(0, characters - 1)}.`;
}

/** A file that begins as a PDF does, of that many kilobytes, the same for the same seed. */
export function document(session: Session, kilobytes: number): Buffer {
  const random = rng(...session.scene.key, 'document');
  const header = '%PDF-1.4\n';
  const body = Array.from({ length: kilobytes * 1024 - header.length }, () => random.integer(0, 255));
  return Buffer.concat([Buffer.from(header), Buffer.from(body)]);
}
