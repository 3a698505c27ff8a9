import { ACKNOWLEDGING } from './defects/acknowledging.js';
import { DELIVERING } from './defects/delivering.js';
import { FORWARDING } from './defects/forwarding.js';
import { FRAMING } from './defects/framing.js';
import { GUARDING } from './defects/guarding.js';
import { JUDGING } from './defects/judging.js';

/** Every mistake that the demo engine can be told to make. With none of them on, everything is right. */
export const DEFECTS = [...FRAMING, ...ACKNOWLEDGING, ...JUDGING, ...FORWARDING, ...DELIVERING, ...GUARDING];

export type DefectName = (typeof DEFECTS)[number]['name'];

export function isDefectName(text: string): text is DefectName {
  return DEFECTS.some((defect) => defect.name === text);
}

/** The defects that are switched on, asked by name at the one place that each of them spoils. */
export class Defects {
  readonly #on: ReadonlySet<DefectName>;

  constructor(names: readonly DefectName[] = []) {
    this.#on = new Set(names);
  }

  has(name: DefectName): boolean {
    return this.#on.has(name);
  }

  /** No defect is on: the engine that everybody expects. */
  get isNone(): boolean {
    return this.#on.size === 0;
  }
}

export const NO_DEFECTS = new Defects();
