import { realTimer, type Timer } from '../../base/timer.js';
import { formatTarget } from '../../config/target.js';
import { Forwarder } from '../../load/receiver/forwarder.js';
import { Receiver } from '../../load/receiver/receiver.js';
import { parseServiceTime, type ServiceTime } from '../../load/receiver/service-time.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { watchInterrupt } from '../interrupt.js';
import { dialTarget } from '../link-options.js';
import { OperatorError } from '../operator-error.js';
import { parted } from '../remedy.js';
import type { Terminal } from '../terminal.js';
import { CounterLines } from './counter-lines.js';
import type { SimulateFlags } from './options.js';

const EVERY_MS = 1_000;
/** On their way at once to the next system, and waiting for it. */
const WINDOW = 64;
const QUEUE_LIMIT = 1_000_000;

/** Answers at line rate, without a simulator behind it, until Ctrl-C. Throws OperatorError. */
export async function simulateFast(role: string, flags: SimulateFlags, terminal: Terminal): Promise<ExitCode> {
  refuseOthers(flags);
  const timer = realTimer();
  const forwarder = forwarderFor(flags);
  const { errors = 0, rejects = 0, silence = 0, host = '127.0.0.1' } = flags;
  const receiver = new Receiver({
    listen: { host, port: flags.listen ?? 0, timer },
    timer,
    serviceTime: serviceTimeOf(flags),
    seed: flags.seed,
    errors,
    rejects,
    silence,
    // Only what was accepted is passed on.
    onMessage: (payload, answer) => void (answer === 'AA' && forwarder?.pass(payload)),
  });
  const failure = await receiver.open();
  if (failure !== undefined) {
    const { what, remedy } = parted(failure);
    throw new OperatorError(EXIT.infrastructure, what, remedy);
  }
  const interrupt = watchInterrupt();
  forwarder?.open();
  const address = formatTarget({ host: receiver.address, port: receiver.port, tls: false });
  const onwards = flags.forwardTo === undefined ? '' : `, passing on to ${flags.forwardTo}`;
  terminal.out(`${role} answers on ${address} (${flags.serviceTime ?? INSTANT})${onwards}; Ctrl-C ends`);
  const lines = new CounterLines(receiver, forwarder, timer);
  const cancel = every(timer, EVERY_MS, () => {
    const line = lines.next();
    if (line !== undefined) terminal.out(line);
  });
  await interrupt.requested;
  cancel();
  terminal.out(lines.total());
  forwarder?.close();
  await receiver.close();
  interrupt.release();
  return EXIT.passed;
}

/** Again and again until the returned function is called. */
function every(timer: Timer, ms: number, action: () => void): () => void {
  let stop: () => void = () => {};
  const again = (): void => {
    stop = timer.after(ms, () => {
      action();
      again();
    });
  };
  again();
  return () => stop();
}

const INSTANT = 'constant:0ms';

function refuseOthers({
  listen,
  to,
  pathway,
  fault,
  patients,
  errors = 0,
  rejects = 0,
  silence = 0,
}: SimulateFlags): void {
  if (listen === undefined)
    throw new OperatorError(
      EXIT.usage,
      '--fast answers, and listens nowhere',
      'give --listen <port>; 0 takes a free one',
    );
  const given = { '--to': to, '--pathway': pathway, '--fault': fault, '--patients': patients };
  const useless = Object.entries(given).find(([, value]) => value !== undefined)?.[0];
  if (useless !== undefined)
    throw new OperatorError(
      EXIT.usage,
      `${useless} has no meaning with --fast, which answers and does nothing else`,
      'leave one of them out; --forward-to passes on what was accepted',
    );
  if (errors + rejects + silence > 1)
    throw new OperatorError(
      EXIT.usage,
      'the shares of --errors, --rejects and --silence are more than 100 % together',
      'give shares that leave room for each other',
    );
}

/** What only --fast can do. Throws OperatorError. */
export function refuseFastOptions({ serviceTime, errors, rejects, silence, forwardTo }: SimulateFlags): void {
  const given = {
    '--service-time': serviceTime,
    '--errors': errors,
    '--rejects': rejects,
    '--silence': silence,
    '--forward-to': forwardTo,
  };
  const useless = Object.entries(given).find(([, value]) => value !== undefined)?.[0];
  if (useless !== undefined)
    throw new OperatorError(EXIT.usage, `${useless} needs --fast`, 'add --fast, or use --fault for single messages');
}

function serviceTimeOf({ serviceTime = INSTANT }: SimulateFlags): ServiceTime {
  const parsed = parseServiceTime(serviceTime);
  if (parsed.kind === 'mistake') throw new OperatorError(EXIT.usage, `--service-time: ${parsed.what}`, parsed.remedy);
  return parsed.make();
}

function forwarderFor({ forwardTo, allowHost }: SimulateFlags): Forwarder | undefined {
  if (forwardTo === undefined) return undefined;
  const timer = realTimer();
  const target = dialTarget({ to: forwardTo, ...(allowHost && { allowHost }) });
  return new Forwarder({ dial: { ...target, timer }, timer, window: WINDOW, queueLimit: QUEUE_LIMIT });
}
