import { existsSync, readFileSync } from 'node:fs';
import { wallClock } from '../../base/clock.js';
import type { ProfileDefect } from '../../conformance/model/defect.js';
import type { Baseline } from '../../conformance/severity/baseline.js';
import { PRESETS, presetNamed } from '../../conformance/severity/preset.js';
import { readBaseline } from '../../conformance/severity/read-baseline.js';
import { readOverlay } from '../../conformance/severity/read-overlay.js';
import type { SeveritySettings } from '../../conformance/severity/severity.js';
import type { SeverityRule } from '../../conformance/severity/severity-rule.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import { defective } from './defects.js';
import type { ValidateOptions } from './options.js';

/** Preset, overlays and baseline as the options name them. Throws OperatorError with all mistakes of all files. */
export function severitySettings(options: ValidateOptions): SeveritySettings {
  const preset = presetNamed(options.severity);
  if (preset === undefined) {
    const names = PRESETS.map(({ name }) => name).join(', ');
    throw new OperatorError(EXIT.usage, `--severity: there is no preset "${options.severity}"`, `use one of ${names}`);
  }
  const defects: ProfileDefect[] = [];
  const overlay = (options.overlay ?? []).flatMap((file) => overlayIn(file, defects));
  const baseline = options.baseline === undefined ? undefined : baselineIn(options.baseline, options, defects);
  if (defects.length > 0)
    throw defective('a file about severity', defects, 'docs/validating.md shows how they are written');
  return {
    preset,
    overlay,
    ...(baseline === undefined ? {} : { baseline }),
    today: wallClock().toISOString().slice(0, 10),
    verbose: options.verbose ?? false,
  };
}

function overlayIn(file: string, defects: ProfileDefect[]): readonly SeverityRule[] {
  const result = readOverlay(textOf(file, '--overlay'), file);
  if (result.kind === 'overlay') return result.rules;
  defects.push(...result.defects);
  return [];
}

/** A baseline that is to be written need not be there yet. */
function baselineIn(file: string, options: ValidateOptions, defects: ProfileDefect[]): Baseline | undefined {
  if (options.updateBaseline && !existsSync(file)) return { file, entries: new Map() };
  const result = readBaseline(textOf(file, '--baseline'), file);
  if (result.kind === 'baseline') return result.baseline;
  defects.push(...result.defects);
  return undefined;
}

function textOf(file: string, option: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    const remedy = option === '--baseline' ? 'add --update-baseline to make it' : 'correct the path';
    throw new OperatorError(EXIT.usage, `${option}: ${file} cannot be read (${reason})`, remedy);
  }
}
