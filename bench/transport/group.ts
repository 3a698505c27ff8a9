import type { Effort } from '../effort.js';
import type { Group } from '../group.js';
import { transportCases } from './case.js';
import { transportCrew } from './crew.js';
import { STACK_NAMES } from './stacks.js';

export function transportGroup(effort: Effort): Group {
  const cases = transportCases(effort);
  return {
    title: 'MLLP',
    note: [
      'client and server in a process each, on loopback; CPU is the sum of both.',
      'pipehat: parsed, acknowledged after the standard, correlated by control id. pipehat transport: always the same answer',
      'that nobody reads, as in the net ping-pong. pipehat client and node-hl7-client: against the bare server of the ping-pong.',
    ].join('\n'),
    cases,
    subjects: STACK_NAMES,
    rivals: {
      'net ping-pong': 'pipehat transport',
      '@medplum/hl7': 'pipehat',
      'simple-hl7': 'pipehat',
      'node-hl7-client': 'pipehat client',
    },
    makeCrew: () => transportCrew(cases, effort),
  };
}
