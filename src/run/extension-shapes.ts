import type { ReportFormat } from '../../reports/index.js';
import type { RuleFunction, RuleFunctions } from '../conformance/rule-function.js';
import type { Role, Simulator } from '../endpoint/simulator.js';
import type { FaultDefinition } from '../faults/definition.js';
import { guarded } from './guarded-simulator.js';

/** Readers of what a user's module exports: the thing itself, or what is wrong with it as a text. */

export interface OwnSimulator {
  readonly role: Role;
  readonly make: () => Simulator<unknown, unknown>;
}

const ROLES = ['ehr', 'lis', 'ris', 'pharmacy'];

export function asSimulatorMaker(exported: unknown): OwnSimulator | string {
  if (typeof exported !== 'function') return '"simulator" is not a function';
  try {
    const made: unknown = exported();
    if (!isSimulator(made)) {
      return `"simulator()" must give a role (${ROLES.join(', ')}) and the functions initial, keyOf and step`;
    }
    made.initial('');
    return { role: made.role, make: () => guarded(exported() as Simulator<unknown, unknown>) };
  } catch (error) {
    return `"simulator()" threw: ${error instanceof Error ? error.message : String(error)}`;
  }
}

export function asFault(exported: unknown): FaultDefinition | string {
  const isFault =
    isRecord(exported) &&
    isText(exported['name']) &&
    isText(exported['says']) &&
    isRecord(exported['parameters']) &&
    typeof exported['make'] === 'function';
  return isFault
    ? (exported as unknown as FaultDefinition)
    : '"fault" must have name, says, parameters and make: defineFault of "pipehat" makes one';
}

export function asReport(exported: unknown): ReportFormat | string {
  const hasShape =
    isRecord(exported) &&
    isText(exported['name']) &&
    isText(exported['fileName']) &&
    isText(exported['summary']) &&
    typeof exported['isShareable'] === 'boolean' &&
    typeof exported['write'] === 'function';
  if (!hasShape) return '"report" must have name, fileName, summary, isShareable (true or false) and write';
  const report = exported as unknown as ReportFormat;
  return /^[^/\\:]+$/.test(report.fileName) && !report.fileName.startsWith('.')
    ? report
    : `"report.fileName" is the name of a file in the folder of the run, not a path: ${report.fileName}`;
}

/** As `pipehat validate --functions` reads them: an object of functions by the names that profiles give them. */
export function asRuleFunctions(exported: unknown): RuleFunctions | string {
  const entries = isRecord(exported) ? Object.entries(exported) : [];
  const isRight = entries.length > 0 && entries.every(([, one]) => typeof one === 'function');
  return isRight
    ? new Map(entries as readonly (readonly [string, RuleFunction])[])
    : '"rules" must be an object of functions, { \'the.class.Name\': (element) => true }';
}

function isSimulator(made: unknown): made is Simulator<unknown, unknown> {
  return (
    isRecord(made) &&
    ROLES.includes(String(made['role'])) &&
    ['initial', 'keyOf', 'step'].every((name) => typeof made[name] === 'function')
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
