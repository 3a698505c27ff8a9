import type { DriveResult } from './drive.js';

type Result = DriveResult | { readonly notHere: string };

/**
 * Runs a program twice, once with next to nothing to do, and counts the difference: what it needs to start is not what a
 * message costs. `remedy`: what helps where it is not there.
 */
export async function paired(run: (share: 'all' | 'least') => Promise<Result>, remedy: string): Promise<Result> {
  const least = await run('least');
  if ('notHere' in least) return { notHere: `not here: ${least.notHere}; ${remedy}` };
  const all = await run('all');
  if ('notHere' in all) return all;
  const cpuMicros = all.cpuMicros - least.cpuMicros;
  return cpuMicros > 0 ? { ...all, cpuMicros } : { notHere: 'its start needed more than all the messages' };
}
