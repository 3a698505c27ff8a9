import type { Department } from '../../../simulators/departments.js';
import type { Target } from '../../config/config.js';
import type { Role } from '../../endpoint/simulator.js';
import { EXIT } from '../exit-codes.js';
import { dialTarget } from '../link-options.js';
import { OperatorError } from '../operator-error.js';
import type { SimulateFlags } from './options.js';

/** Where a simulator sends: to one address, or, an EHR, to each department at its own. */
export interface WaysOut {
  readonly send?: Target;
  readonly departments: readonly { readonly department: Department; readonly target: Target }[];
}

const DEPARTMENTS: readonly Department[] = ['lis', 'ris', 'pharmacy'];
const REMEDY = 'write one mllp://host:port, or for an EHR lis=, ris= and pharmacy= before an address each, once';

/** Reads `--to`. Throws OperatorError. */
export function waysOut(role: Role, { to = [], allowHost }: SimulateFlags): WaysOut {
  const read = to.map((text) => named(role, text));
  const departments = read.flatMap(({ department, address }) =>
    department === undefined ? [] : [{ department, target: targetOf(address, allowHost) }],
  );
  const plain = read.filter(({ department }) => department === undefined);
  const isDoubled = new Set(departments.map(({ department }) => department)).size < departments.length;
  if (plain.length > 1 || (plain.length === 1 && departments.length > 0) || isDoubled)
    throw new OperatorError(EXIT.usage, '--to: it is not clear which message goes where', REMEDY);
  const [only] = plain;
  return { departments, ...(only && { send: targetOf(only.address, allowHost) }) };
}

function named(role: Role, text: string): { readonly department?: Department; readonly address: string } {
  const [, name, address = ''] = /^([a-z]+)=(.*)$/i.exec(text) ?? [];
  if (name === undefined) return { address: text };
  const department = DEPARTMENTS.find((one) => one === name);
  if (role === 'ehr' && department !== undefined) return { department, address };
  const what = role === 'ehr' ? `there is no department "${name}"` : `the ${role} sends to one address`;
  throw new OperatorError(EXIT.usage, `--to: ${what}`, REMEDY);
}

function targetOf(to: string, allowHost: readonly string[] | undefined): Target {
  const { host, port, tls } = dialTarget({ to, ...(allowHost && { allowHost }) });
  return { host, port, tls: tls !== undefined };
}
