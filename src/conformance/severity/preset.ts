import { type Mode, nistMode, pipehatMode } from '../mode.js';
import type { SeverityRule } from './severity-rule.js';

/** A way to judge: which rules are checked and how, and how serious what they find is. */
export interface Preset {
  readonly name: PresetName;
  /** For `--help`. */
  readonly summary: string;
  readonly mode: Mode['name'];
  readonly rules: readonly SeverityRule[];
}

export const PRESET_NAMES = ['default', 'nist', 'cdc', 'strict', 'lenient'] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

export function presetMode(preset: Preset, verbose: boolean): Mode {
  return preset.mode === 'nist' ? nistMode(verbose) : pipehatMode(verbose);
}
