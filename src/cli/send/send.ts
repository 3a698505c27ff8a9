import { realTimer } from '../../base/timer.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { watchInterrupt } from '../interrupt.js';
import { dialTarget } from '../link-options.js';
import { OperatorError } from '../operator-error.js';
import type { Terminal } from '../terminal.js';
import { type Delivery, deliver, type Outcome } from './deliver.js';
import { exampleSource } from './example.js';
import type { SendOptions } from './options.js';
import { asJson, count, formatCounts, formatDelivery, formatUnreadable } from './print.js';
import { readSources } from './sources.js';
import { type Payload, splitSources, type Unreadable } from './split.js';

/** Delivers messages and prints how each was acknowledged. Throws OperatorError. */
export async function send(files: readonly string[], options: SendOptions, terminal: Terminal): Promise<ExitCode> {
  const target = dialTarget(options);
  const sources = options.example ? [exampleSource()] : await readSources(files);
  const { payloads, unreadable, skipped } = splitSources(sources);
  if (skipped.length > 0) terminal.err(`not sent, since they hold no message: ${skipped.join(', ')}`);
  if (payloads.length === 0) throw nothingToSend(files, unreadable);
  if (!options.allowProduction) refuseProduction(payloads);

  const deliveries: Delivery[] = [];
  const isText = options.format === 'text';
  if (isText) for (const one of unreadable) terminal.out(formatUnreadable(one));
  const interrupt = watchInterrupt();
  let isInterrupted = false;
  void interrupt.requested.then(() => {
    isInterrupted = true;
  });
  const { connections, timeout: replyTimeoutMs, connectTimeout: connectTimeoutMs } = options;
  const mode = options.perMessage ? 'per-message' : 'kept-open';
  const plan = { ...target, mode, connections, replyTimeoutMs, connectTimeoutMs, timer: realTimer() } as const;
  await deliver(payloads, plan, interrupt.requested, (delivery) => {
    deliveries.push(delivery);
    if (isText) terminal.out(formatDelivery(delivery));
  });
  interrupt.release();

  if (isText) terminal.out(formatCounts(deliveries.length, count(deliveries, unreadable)));
  else terminal.out(asJson(options.to, deliveries, unreadable));
  if (isInterrupted) return EXIT.interrupted;
  return verdict(deliveries, unreadable, terminal);
}

function nothingToSend(files: readonly string[], unreadable: readonly Unreadable[]): OperatorError {
  if (files.length === 0) {
    return new OperatorError(
      EXIT.nothingRan,
      'no file is named',
      'give files or folders, - for standard input, or --example',
    );
  }
  const reasons = unreadable.map((one) => `\n    ${formatUnreadable(one)}`).join('');
  return new OperatorError(
    EXIT.nothingRan,
    `no message found in ${files.join(', ')}${reasons}`,
    'a message begins with MSH, a batch with FHS or BHS',
  );
}

function refuseProduction(payloads: readonly Payload[]): void {
  const marked = payloads.filter((payload) => payload.processingId === 'P').map(({ source }) => source);
  if (marked.length === 0) return;
  const names = [...new Set(marked)];
  const shown = names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
  throw new OperatorError(
    EXIT.usage,
    `${marked.length} of ${payloads.length} messages say that they are production messages (MSH-11 is P), and nothing was sent: ${shown}`,
    'set MSH-11 to T, or add --allow-production if the far end is a test system',
  );
}

function verdict(deliveries: readonly Delivery[], unreadable: readonly Unreadable[], terminal: Terminal): ExitCode {
  const unsent = deliveries.find(({ outcome }) => outcome.kind === 'unsent')?.outcome;
  if (unsent?.kind === 'unsent') {
    terminal.err(`pipehat: ${unsent.reason}`);
    return EXIT.infrastructure;
  }
  const areAllAccepted = deliveries.every(({ outcome }) => isGood(outcome));
  return areAllAccepted && unreadable.length === 0 ? EXIT.passed : EXIT.failed;
}

function isGood(outcome: Outcome): boolean {
  return outcome.kind === 'acknowledged' ? ['AA', 'CA'].includes(outcome.code) : outcome.kind === 'sent';
}
