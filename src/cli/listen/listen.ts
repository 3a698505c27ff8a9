import { realTimer } from '../../base/timer.js';
import { formatTarget } from '../../config/target.js';
import type { Connection, ConnectionHandlers } from '../../mllp/connection.js';
import type { FrameEvent } from '../../mllp/frame-event.js';
import { type MllpServer, listen as openListener } from '../../mllp/server.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { watchInterrupt } from '../interrupt.js';
import { listenerTls } from '../link-options.js';
import { OperatorError } from '../operator-error.js';
import { parted } from '../remedy.js';
import type { Terminal } from '../terminal.js';
import { listenerFaults } from './faults.js';
import { give } from './give.js';
import { InboxFolder } from './inbox-folder.js';
import type { ListenOptions } from './options.js';
import { formatLine, type ListenLine, wireLine } from './print.js';
import { Receiver } from './receiver.js';

/** Receives messages until it is interrupted or has as many as it should. Throws OperatorError. */
export async function listen(options: ListenOptions, terminal: Terminal): Promise<ExitCode> {
  const { count, format } = options;
  const timer = realTimer();
  const faults = listenerFaults(options.fault ?? []);
  const folder = options.save === undefined ? undefined : new InboxFolder(options.save);
  const receiver = new Receiver(options.ack, folder, faults);
  const print = (line: ListenLine): void => terminal.out(format === 'json' ? JSON.stringify(line) : formatLine(line));
  const answers = new Set<Promise<void>>();
  let finish: () => void = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });

  const onEvent = (event: FrameEvent, connection: Connection): void => {
    if (event.kind !== 'frame') print(wireLine(event, connection.remote));
    if (event.kind !== 'frame' || receiver.count === count) return;
    const { line, answer } = receiver.receive(event.payload, connection.remote);
    print(line);
    if (answer) track(answers, give(answer, connection, timer));
    if (receiver.count === count) finish();
  };
  const server = await open(options, {
    onEvent,
    onOpen: (connection) => faults.onConnection(connection),
    onBegin: (chunk, connection) => faults.onBegin(chunk, connection),
    onClose: ({ kind, detail }, { remote }) => {
      if (kind === 'tls') print({ kind: 'refused', why: detail, from: remote });
    },
  });
  // Before anybody is told: whoever reads the line may interrupt at once.
  const interrupt = watchInterrupt();
  print({ kind: 'listening', address: addressOf(server, options) });

  await Promise.race([finished, interrupt.requested]);
  await Promise.all(answers);
  await server.close();
  interrupt.release();
  const isShort = count !== undefined && receiver.count < count;
  print({ kind: 'ended', messages: receiver.count, interrupted: isShort });
  return isShort ? EXIT.interrupted : EXIT.passed;
}

async function open(options: ListenOptions, handlers: ConnectionHandlers): Promise<MllpServer> {
  const { host, port } = options;
  const tls = listenerTls(options);
  const result = await openListener({ host, port, timer: realTimer(), ...(tls && { tls }) }, handlers);
  if (result.kind === 'listening') return result.server;
  const { what, remedy } = parted(result.message);
  throw new OperatorError(EXIT.infrastructure, what, remedy);
}

function addressOf(server: MllpServer, { cert }: ListenOptions): string {
  return formatTarget({ host: server.address, port: server.port, tls: cert !== undefined });
}

function track(answers: Set<Promise<void>>, answer: Promise<void>): void {
  answers.add(answer);
  void answer.then(() => answers.delete(answer));
}
