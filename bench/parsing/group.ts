import type { Effort } from '../effort.js';
import type { Group } from '../group.js';
import { parsingCases } from './case.js';
import { parsingCrew } from './crew.js';
import { PARSER_NAMES } from './parsers.js';

export function parsingGroup(effort: Effort): Group {
  const cases = parsingCases(effort);
  return {
    title: 'Parsing',
    note: 'from the bytes that a socket gives; one process a parser',
    cases,
    subjects: PARSER_NAMES,
    rivals: { '@medplum/core': 'pipehat', 'node-hl7-client': 'pipehat', 'simple-hl7': 'pipehat' },
    makeCrew: () => parsingCrew(cases, effort),
  };
}
