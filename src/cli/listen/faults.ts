import { FaultBox } from '../../endpoint/fault-box.js';
import { FAULTS } from '../../faults/index.js';
import { parseFault } from '../../faults/parse-fault.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';

/** Those that a listener can show by itself; it has no way to send, and its port is all that it is there for. */
const LISTENER_FAULTS = FAULTS.filter((definition) => {
  const fault = definition.make();
  return fault.kind === 'listener' && fault.at !== 'port';
});

/** The faults that the user asked for. Throws OperatorError with all mistakes. */
export function listenerFaults(given: readonly string[]): FaultBox {
  const box = new FaultBox();
  const mistakes: string[] = [];
  for (const text of given) {
    const parsed = parseFault(text, LISTENER_FAULTS);
    if (parsed.kind === 'mistaken') mistakes.push(...parsed.mistakes);
    else if (parsed.fault.kind !== 'sut') box.add(parsed.fault, ['listen'], parsed.selection);
  }
  if (mistakes.length === 0) return box;
  const remedy = 'write name:parameter=value,parameter=value, for example late-acknowledgment:delay=8s,on=every 2';
  throw new OperatorError(EXIT.usage, `--fault: ${mistakes.join('\n    ')}`, remedy);
}
