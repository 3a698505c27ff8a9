import type { Effort } from '../effort.js';
import { notAvailable } from '../outcome.js';
import type { Crew } from '../repeat-cases.js';
import type { LoadCase } from './case.js';
import { ReceiverProcess } from './receiver-process.js';
import { outcomeOf, TOOLS } from './tools.js';

/** One receiver for all tools, each of which is started anew for every case. */
export function loadCrew(cases: readonly LoadCase[], effort: Effort): Crew {
  const receiver = new ReceiverProcess(effort.deadlineMs);
  return {
    async measure(subject, caseId) {
      const found = cases.find(({ id }) => id === caseId);
      const tool = TOOLS[subject];
      if (found === undefined || tool === undefined) return notAvailable('no such case');
      try {
        const { port } = await receiver.serve(found.serviceTime);
        const before = await receiver.state();
        const deadlineMs = found.drive.ms + effort.deadlineMs;
        const result = await tool.drive({ ...found.drive, port }, deadlineMs);
        const after = await receiver.state();
        const share = 'notHere' in result ? 0 : result.messages / Math.max(1, after.messages - before.messages);
        return outcomeOf(result, (after.cpuMicros - before.cpuMicros) * share);
      } catch (error) {
        return notAvailable(error instanceof Error ? error.message : String(error));
      }
    },
    stop: () => receiver.stop(),
  };
}
