import type { Coordination } from './coordination.js';
import { SILENT_MS } from './coordination.js';
import { persist } from './deliver.js';
import { FAR_ENDS, inviteSubject, type PlaceName } from './subjects.js';

/**
 * Lets agents in until every place has one that is ready. A place whose agent goes away before the start is free again. False
 * where the run was interrupted before.
 */
export async function gather(run: Coordination): Promise<boolean> {
  const { log, options } = run;
  const free = (places: readonly PlaceName[]) => () =>
    log.start === undefined && places.some((place) => log.agentAt(place) === undefined)
      ? { run: options.run }
      : undefined;
  run.onClose(options.link.answer(inviteSubject('shard'), free(run.shards)));
  run.onClose(options.link.answer(inviteSubject('far-ends'), free(run.places.includes(FAR_ENDS) ? [FAR_ENDS] : [])));
  const told = new Set<string>();
  const released = new Set<number>();
  return log.until(() => {
    if (log.start !== undefined) return true;
    if (run.isInterrupted || log.abort !== undefined) return false;
    tellReady(run, told);
    releaseLost(run, released);
    return run.places.every((place) => log.ready.has(place)) ? true : undefined;
  });
}

function tellReady(run: Coordination, told: Set<string>): void {
  for (const [place, { agent, clock }] of run.log.ready) {
    if (told.has(agent)) continue;
    told.add(agent);
    const ahead = `${round(Math.abs(clock.offsetMs))} ms ${clock.offsetMs < 0 ? 'behind' : 'ahead'}`;
    run.options.say(`${run.nameOf(place)} is ready; its clock is ${ahead}, within ${round(clock.uncertaintyMs)} ms`);
  }
}

/** A place whose agent failed or fell silent is told to be free; whoever claims it after this message has it. */
function releaseLost(run: Coordination, released: Set<number>): void {
  const { log, presence, options, subjects } = run;
  for (const place of run.places) {
    const holder = log.holders.get(place);
    if (holder === undefined || holder.agent === null || released.has(holder.sequence)) continue;
    const failure = log.failed.get(place);
    if (failure === undefined && presence.silentMs(place, holder.agent) < SILENT_MS) continue;
    released.add(holder.sequence);
    options.say(`${run.nameOf(place)} is gone (${failure ?? 'no sign of life'}): waiting for another`);
    const free = { agent: null, host: holder.host };
    const release = (): Promise<boolean> => options.link.keep(subjects.claim(place), free, { after: holder.sequence });
    void persist(release, options.patienceMs);
  }
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
