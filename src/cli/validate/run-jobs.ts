import type { Job } from './job.js';
import type { ParcelResult, Runner } from './parcel.js';

/** Of one parcel. A message that is larger has a parcel of its own. */
const BYTES = 256 * 1024;
const MESSAGES = 200;

/**
 * Has the jobs judged and yields the results in their order. Never more parcels are at work than the runner is wide. `runner` is asked for
 * each parcel, since threads are only started when there is enough to do.
 */
export async function* runJobs(jobs: AsyncIterable<Job>, runner: () => Runner): AsyncGenerator<ParcelResult> {
  const atWork: Promise<ParcelResult>[] = [];
  for await (const some of parcels(jobs)) {
    const { width } = runner();
    while (atWork.length >= width) yield await next(atWork);
    const result = runner().run({ jobs: some });
    // Whoever awaits it comes later.
    result.catch(() => {});
    atWork.push(result);
  }
  while (atWork.length > 0) yield await next(atWork);
}

async function next(atWork: Promise<ParcelResult>[]): Promise<ParcelResult> {
  const result = await atWork[0];
  atWork.shift();
  if (result === undefined) throw new RangeError('there is no parcel at work');
  return result;
}

async function* parcels(jobs: AsyncIterable<Job>): AsyncGenerator<readonly Job[]> {
  let some: Job[] = [];
  let size = 0;
  for await (const job of jobs) {
    if (some.length > 0 && (size + job.bytes.length > BYTES || some.length >= MESSAGES)) {
      yield some;
      some = [];
      size = 0;
    }
    some.push(job);
    size += job.bytes.length;
  }
  if (some.length > 0) yield some;
}
