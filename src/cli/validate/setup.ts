import type { FindingsFormat } from '../../../reports/findings/findings-format.js';
import { FINDINGS_FORMATS } from '../../../reports/findings/index.js';
import type { ValidationFacts } from '../../../reports/findings/validated-message.js';
import type { Mode } from '../../conformance/mode.js';
import { PlanSelector } from '../../conformance/select.js';
import { basePlans } from '../../conformance/select-base.js';
import { Severity, type SeveritySettings } from '../../conformance/severity/severity.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import { packageVersion } from '../package-root.js';
import { meanings } from './codes.js';
import type { JudgeSettings } from './judge.js';
import { type LoadedPlans, loadPlans, planNamed } from './load-plans.js';
import { MessageSelection } from './message-selection.js';
import type { ValidateOptions } from './options.js';
import { severitySettings } from './severity-settings.js';

/** Everything that a validation needs before it reads its first message. */
export interface Setup {
  readonly selection: MessageSelection;
  readonly mode: Mode;
  readonly severity: SeveritySettings;
  readonly judge: JudgeSettings;
  readonly format: FindingsFormat;
  readonly facts: ValidationFacts;
  /** Files and folders of the profiles. */
  readonly profilePaths: readonly string[];
}

/** Reads profiles, overlays and baseline. Throws OperatorError. */
export function setUp(options: ValidateOptions, colours: boolean): Setup {
  checkOptions(options);
  const loaded = loadPlans(options.profile ?? []);
  const severity = severitySettings(options);
  const format = FINDINGS_FORMATS.find(({ name }) => name === options.format);
  if (format === undefined) throw new OperatorError(EXIT.usage, `there is no format "${options.format}"`, 'see --help');
  const facts: ValidationFacts = {
    pipehat: packageVersion(),
    severity: severity.preset.name,
    isRedacted: options.redact ?? false,
    isVerbose: options.verbose ?? false,
    colours: colours && options.output === undefined,
    codes: meanings(),
  };
  const judge = judgeSettings(options, severity, format);
  return {
    selection: selectionOf(loaded, options, severity.preset.mode === 'nist'),
    mode: new Severity(severity).mode,
    severity,
    judge,
    format,
    facts,
    profilePaths: loaded.paths,
  };
}

function judgeSettings(options: ValidateOptions, severity: SeveritySettings, format: FindingsFormat): JudgeSettings {
  return {
    severity,
    failOn: options.failOn,
    isRedacted: options.redact ?? false,
    needsAllLines: format.needsAllLines,
    needsFingerprints: format.needsFingerprints,
    updatesBaseline: options.updateBaseline ?? false,
    functionModules: options.functions ?? [],
  };
}

/** The reference does not choose: a single definition is for every message. */
function selectionOf({ plans, hasBase }: LoadedPlans, { message }: ValidateOptions, isNist: boolean): MessageSelection {
  const single = isNist && plans.length === 1 && !hasBase ? plans[0] : undefined;
  const only = message === undefined ? single : planNamed(plans, message);
  const selector = new PlanSelector(plans, hasBase ? basePlans() : undefined);
  return new MessageSelection(selector, { isNist, ...(only === undefined ? {} : { only }) });
}

function checkOptions(options: ValidateOptions): void {
  const { updateBaseline, baseline, watch, output, format } = options;
  if (updateBaseline && baseline === undefined) {
    throw new OperatorError(EXIT.usage, '--update-baseline: no baseline is named', 'add --baseline accepted.yaml');
  }
  const writesOnly = options.acceptedBy ?? options.reason ?? options.expires;
  if (writesOnly !== undefined && !updateBaseline) {
    const what = '--accepted-by, --reason and --expires belong to --update-baseline';
    throw new OperatorError(EXIT.usage, what, 'add --update-baseline');
  }
  if (watch && format !== 'text' && output === undefined) {
    throw new OperatorError(EXIT.usage, `--watch prints text, not ${format}`, 'add --output with a file');
  }
}
