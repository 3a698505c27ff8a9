import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { never } from '../../base/never.js';
import { pause, realTimer } from '../../base/timer.js';
import { isLoopback } from '../../config/target.js';
import { type AgentEnd, takePart } from '../../load/agents/agent.js';
import type { Link } from '../../load/agents/link.js';
import { type LinkOptions, openLink } from '../../load/agents/open-link.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { watchInterrupt } from '../interrupt.js';
import { OperatorError } from '../operator-error.js';
import { packageVersion } from '../package-root.js';
import type { Terminal } from '../terminal.js';
import { linkOptions, openNats } from './nats-server.js';
import { writeShard } from './shard-files.js';

/** The options of `pipehat load-agent` as commander gives them. */
export interface AgentFlags {
  readonly nats: string;
  readonly run?: string;
  readonly receive?: boolean;
  readonly stay?: boolean;
  readonly allowTarget?: readonly string[];
  readonly keep: string;
  /** Milliseconds. */
  readonly wait: number;
}

const AGAIN_MS = 500;
const REFUSED_MS = 2_000;

/** Takes part in a run, or in one after the other. Throws OperatorError. */
export async function loadAgent(flags: AgentFlags, terminal: Terminal): Promise<ExitCode> {
  const agent = randomBytes(4).toString('hex');
  const options = linkOptions(flags.nats, `pipehat agent ${agent}`, process.env);
  const interrupt = watchInterrupt();
  const stop = new AbortController();
  void interrupt.requested.then(() => stop.abort());
  const index = completionIndex(process.env['JOB_COMPLETION_INDEX']);
  const link = await patiently(options, flags.wait, stop.signal);
  try {
    for (;;) {
      const end = await takePart({
        link,
        pipehat: packageVersion(),
        agent,
        host: hostname(),
        wants: flags.receive ? 'far-ends' : 'shard',
        mayTarget: (host) => isLoopback(host) || (flags.allowTarget ?? []).includes(host),
        keepFile: (name, text) => kept(join(flags.keep, name), text, terminal),
        say: (line) => terminal.err(line),
        signal: stop.signal,
        ...(flags.run !== undefined && { run: flags.run }),
        ...(index !== undefined && !flags.receive && { index }),
      });
      terminal.err(sentence(end));
      if (!flags.stay || end.kind === 'interrupted' || stop.signal.aborted) return exitCodeOf(end);
      // What was refused now will be refused again.
      if (end.kind === 'left') await pause(realTimer(), REFUSED_MS);
    }
  } finally {
    interrupt.release();
    await link.close();
  }
}

/** NATS and its agents may be started in any order. */
async function patiently(options: LinkOptions, waitMs: number, signal: AbortSignal): Promise<Link> {
  const timer = realTimer();
  const deadline = timer.now() + waitMs;
  while (timer.now() < deadline && !signal.aborted) {
    const opening = await openLink(options);
    if (opening.kind === 'open') return opening.link;
    await pause(timer, AGAIN_MS);
  }
  return openNats(options);
}

function completionIndex(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new OperatorError(EXIT.usage, `JOB_COMPLETION_INDEX is "${text}"`, 'it is the number of the shard, from 0');
}

function kept(file: string, text: string, terminal: Terminal): string {
  try {
    return writeShard(file, text).file;
  } catch (error) {
    terminal.out(text.trimEnd());
    throw error;
  }
}

function sentence(end: AgentEnd): string {
  switch (end.kind) {
    case 'delivered':
      return `delivered (${end.outcome})`;
    case 'kept':
      return `NATS does not take the result (${end.reason}): it is in ${end.file}, for pipehat load --merge`;
    case 'left':
      return `no result: ${end.reason}`;
    case 'interrupted':
      return 'interrupted before the start; nothing was sent';
    default:
      return never(end);
  }
}

function exitCodeOf(end: AgentEnd): ExitCode {
  if (end.kind === 'interrupted') return EXIT.interrupted;
  if (end.kind !== 'delivered' || end.outcome === 'unreachable') return EXIT.infrastructure;
  return end.outcome === 'interrupted' ? EXIT.interrupted : EXIT.passed;
}
