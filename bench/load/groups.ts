import type { Effort } from '../effort.js';
import type { Group } from '../group.js';
import { costCases, type LoadCase, longCases, ownCases, stallCases } from './case.js';
import { contentGroup } from './content-group.js';
import { loadCrew } from './crew.js';
import { memoryGroup } from './memory.js';
import { passageGroup } from './passage-group.js';
import { OURS, TOOLS } from './tools.js';

/** Everything about loads; `isLong`: also what takes half an hour. */
export function loadGroups(effort: Effort, isLong: boolean): readonly Group[] {
  const names = Object.keys(TOOLS);
  const rivals = Object.fromEntries(names.filter((name) => name !== OURS).map((name) => [name, OURS]));
  const all = [
    group('Load', OWN_NOTE, ownCases(effort), [OURS], {}, effort),
    memoryGroup(effort),
    group('Load tools', TOOLS_NOTE, costCases(effort), names, rivals, effort),
    { ...group('Stall oracle', STALL_NOTE, stallCases(effort), names, {}, effort), repetitions: 1 },
  ];
  if (!isLong) return all;
  const long = group('Load, long', OWN_NOTE, longCases(), [OURS], {}, effort);
  return [...all, { ...long, repetitions: 1 }, contentGroup(), passageGroup()];
}

const OWN_NOTE =
  'one thread of the generator with its ledger and histograms; the receiver in a process of its own. CPU is the generator alone.';
const TOOLS_NOTE =
  'every tool sends an ADT of about 1 KB to the same receiver. CPU is the tool alone, without its start where it is a program of its own.';
const STALL_NOTE = [
  'a tenth of all instants lies in a stall and waits up to 200 ms: the true response p99 is 180 ms. What each tool reports for p99:',
  'the client libraries have no pace of their own, so they wait for each answer and hardly ask during a stall.',
].join('\n');

function group(
  title: string,
  note: string,
  cases: readonly LoadCase[],
  subjects: readonly string[],
  rivals: Group['rivals'],
  effort: Effort,
): Group {
  return { title, note, cases, subjects, rivals, makeCrew: () => loadCrew(cases, effort) };
}
