import type { Classification } from '../../evidence/finding.js';
import { type Mode, nistMode, pipehatMode } from '../mode.js';
import type { Treatment } from './classification.js';
import type { SeverityRule } from './severity-rule.js';

/** A way to judge: which rules are checked and how, and how serious what they find is. */
export interface Preset {
  readonly name: PresetName;
  /** For `--help`. */
  readonly summary: string;
  readonly mode: Mode['name'];
  /** In their order: the last that fits decides. */
  readonly rules: readonly SeverityRule[];
}

export type PresetName = 'default' | 'nist' | 'cdc' | 'strict' | 'lenient';

/** The mode in which the engine runs for the preset. */
export function presetMode(preset: Preset, verbose: boolean): Mode {
  return preset.mode === 'nist' ? nistMode(verbose) : pipehatMode(verbose);
}

export const PRESETS: readonly Preset[] = [
  { name: 'default', summary: "Pipehat's own checks and classifications", mode: 'pipehat', rules: [] },
  { name: 'nist', summary: 'finding for finding what NIST v2-validation 1.6.4 reports', mode: 'nist', rules: [] },
  {
    name: 'cdc',
    summary: 'nist with the classifications of a national public health deployment',
    mode: 'nist',
    rules: [
      code(/^usage-empty$/, 'Affirmative', 'what may be empty is not told'),
      code(/^usage-(?:unsupported|withdrawn)$/, 'Warning', 'what is excluded does no harm'),
      ...['Cardinality', 'Extra', 'Unescaped Separator', 'Code Not Found'].map((category) => ({
        category,
        to: 'Warning' as const,
        reason: 'the receiver can read the message all the same',
      })),
    ],
  },
  {
    name: 'strict',
    summary: 'warnings and alerts are errors, and what may be empty is told',
    mode: 'pipehat',
    rules: [
      from('Warning', 'Error'),
      from('Alert', 'Error'),
      code(/^(?:usage-empty|usage-deprecated|conformance-length-exceeded)$/, 'Warning', 'worth a look'),
    ],
  },
  {
    name: 'lenient',
    summary: 'only what keeps a receiver from reading the message is an error',
    mode: 'pipehat',
    rules: [
      from('Warning', 'Informational'),
      from('Alert', 'Informational'),
      ...['Cardinality', 'Extra', 'Length', 'Code Not Found', 'EVS', 'Coded Element'].map((category) => ({
        category,
        from: 'Error' as const,
        to: 'Warning' as const,
        reason: 'a receiver can read the message all the same',
      })),
      code(/^usage-(?:unsupported|withdrawn|excluded)$/, 'Warning', 'a receiver ignores what it does not expect'),
      code(/^segment-unexpected$/, 'Warning', 'a receiver ignores what it does not expect'),
      code(/^(?:version|message-structure)-mismatch$/, 'Warning', 'the segments count, not what MSH calls them'),
    ],
  },
];

export function presetNamed(name: string): Preset | undefined {
  return PRESETS.find((preset) => preset.name === name);
}

function code(pattern: RegExp, to: Treatment, reason: string): SeverityRule {
  return { code: pattern, to, reason };
}

function from(before: Classification, to: Treatment): SeverityRule {
  return { from: before, to, reason: 'the preset' };
}
