import type { Rng } from '../base/rng.js';
import type { ImagingProcedure } from './facts.js';
import { CROSS_SECTIONAL } from './report-phrases/cross-sectional.js';
import { OTHER_MODALITIES } from './report-phrases/other-modalities.js';
import type { Phrases, Reading } from './report-phrases/phrases.js';
import { RADIOGRAPH } from './report-phrases/radiograph.js';
import { ULTRASOUND } from './report-phrases/ultrasound.js';

const PHRASES: Readonly<Record<string, Phrases>> = {
  ...RADIOGRAPH,
  ...CROSS_SECTIONAL,
  ...ULTRASOUND,
  ...OTHER_MODALITIES,
};

const SIDES: Readonly<Record<string, string>> = { L: 'left', R: 'right', B: 'both' };

/** A radiology report in its parts. Plain ASCII sentences, one entry a paragraph. */
export interface ReportText extends Reading {
  readonly technique: string;
}

export interface ReportTextOptions {
  readonly random: Rng;
  /** `plausible`: two in three are normal. */
  readonly mode: 'normal' | 'abnormal' | 'plausible';
}

/** What a radiologist writes about that examination. */
export function reportText(procedure: ImagingProcedure, { random, mode }: ReportTextOptions): ReportText {
  const phrases = phrasesFor(procedure);
  const isNormal = mode === 'normal' || (mode === 'plausible' && random.chance(2 / 3));
  const { findings, impression, addendum } = isNormal ? phrases.normal : random.pick(phrases.abnormal);
  const withSide = (text: string): string => sided(text, procedure.laterality);
  return {
    technique: withSide(phrases.technique),
    findings: findings.map(withSide),
    impression: impression.map(withSide),
    addendum: withSide(addendum),
  };
}

function phrasesFor({ code, modality, bodyPart, text }: ImagingProcedure): Phrases {
  const found = PHRASES[code] ?? PHRASES[`${modality} ${bodyPart}`];
  if (found === undefined)
    throw new Error(`no report text for ${text}: add '${modality} ${bodyPart}' to report-phrases/`);
  return found;
}

function sided(text: string, laterality: string | undefined): string {
  const side = SIDES[laterality ?? ''];
  return side === undefined ? text.replaceAll('{side} ', '') : text.replaceAll('{side}', side);
}
