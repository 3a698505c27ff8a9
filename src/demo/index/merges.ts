import type { Message } from '../../hl7/message.js';
import type { Segment } from '../../hl7/segment.js';
import { readIdentifiers } from './identifiers.js';
import { accepted, type Plan, place, refused, together } from './plan.js';
import type { RecordIndex } from './record-index.js';
import { patientIdentifiers } from './subject.js';

/** Events in which PID survives and MRG-1 is merged away or replaced (chapter 3). */
const MERGES = new Set(['A18', 'A30', 'A34', 'A36', 'A39', 'A40', 'A46', 'A47']);

export function isMerge(event: string): boolean {
  return MERGES.has(event);
}

/** Each PID with the MRG behind it, in order. */
export function planMerge(message: Message, index: RecordIndex): Plan {
  const mrgs = message.all('MRG');
  return together(message.all('PID').map((pid, nth) => planOne(message, index, pid, mrgs[nth])));
}

function planOne(message: Message, index: RecordIndex, pid: Segment, mrg: Segment | undefined): Plan {
  const survivor = patientIdentifiers(message, pid);
  const subsumed = readIdentifiers(mrg && message.bytes(`MRG[${mrg.instance}]-1`), message.delimiters);
  if (survivor.some((identifier) => index.patients.isMergedAway(identifier))) {
    return refused('204', place('PID', 3, pid.instance), 'the surviving number was itself merged away');
  }
  if (index.patients.find(subsumed).length === 0) {
    return refused('204', place('MRG', 1, mrg?.instance), 'unknown patient');
  }
  if (survivor.some((one) => subsumed.some((other) => index.patients.isSameNumber(one, other)))) {
    return refused('205', place('MRG', 1, mrg?.instance), 'the number to be merged away is the surviving one');
  }
  const isKnown = index.patients.find(survivor).length > 0;
  // A change of number names a new one for the same patient; a merge joins two who are known.
  if (!isKnown && !changesNumber(message)) return refused('204', place('PID', 3, pid.instance), 'unknown patient');
  return accepted(() => {
    const { into, absorbed } = index.patients.merge(survivor, subsumed);
    for (const gone of absorbed) index.visits.inherit(into, gone);
  });
}

function changesNumber(message: Message): boolean {
  return message.type.trigger === 'A46' || message.type.trigger === 'A47';
}
