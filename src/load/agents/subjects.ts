import type { ShardPlace } from '../shard/shard-record.js';

/** A place in a run as part of a subject: the number of a shard, from 0, or `far-ends`. */
export type PlaceName = string;

export const FAR_ENDS: PlaceName = 'far-ends';

export function placeName(place: ShardPlace): PlaceName {
  return place.kind === 'shard' ? String(place.index) : FAR_ENDS;
}

/** Everything that is kept: one stream holds all runs, each under its own name. */
export const STREAM = 'PIPEHAT_LOAD';
export const STREAM_SUBJECTS = 'pipehat.load.>';

/** Where an agent asks for a run that has a place for it. Not kept: only a coordinator that is there answers. */
export function inviteSubject(wants: 'shard' | 'far-ends'): string {
  return `pipehat.invite.${wants}`;
}

/** The subjects of a run. What the coordinator says stands under `control`, what agents tell under `told`. */
export function subjectsOf(run: string) {
  const base = `pipehat.load.${run}`;
  const control = `${base}.control`;
  const told = `${base}.told`;
  return {
    all: `${base}.>`,
    control: `${control}.>`,
    order: `${control}.order`,
    claim: (place: PlaceName) => `${control}.claim.${place}`,
    start: `${control}.start`,
    abort: `${control}.abort`,
    accepted: `${control}.accepted`,
    ready: (place: PlaceName) => `${told}.ready.${place}`,
    live: (place: PlaceName) => `${told}.live.${place}`,
    failed: (place: PlaceName) => `${told}.failed.${place}`,
    result: (place: PlaceName) => `${told}.result.${place}`,
    /** Sign of life and question for the time at once. Not kept. */
    ping: `pipehat.ping.${run}`,
  };
}

export type Subjects = ReturnType<typeof subjectsOf>;
