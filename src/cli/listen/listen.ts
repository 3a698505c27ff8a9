import { realTimer } from '../../base/timer.js';
import { formatTarget } from '../../config/target.js';
import type { Connection } from '../../mllp/connection.js';
import type { FrameEvent } from '../../mllp/frame-event.js';
import { listen as openListener } from '../../mllp/server.js';
import { wholeFrame } from '../../mllp/wire-plan.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { watchInterrupt } from '../interrupt.js';
import { listenerTls } from '../link-options.js';
import type { ListenOptions } from '../listen.js';
import { OperatorError } from '../operator-error.js';
import { parted } from '../remedy.js';
import type { Terminal } from '../terminal.js';
import { InboxFolder } from './inbox-folder.js';
import { formatLine, type ListenLine, wireLine } from './print.js';
import { Receiver } from './receiver.js';

/** Receives messages until it is interrupted or has as many as it should. Throws OperatorError. */
export async function listen(options: ListenOptions, terminal: Terminal): Promise<ExitCode> {
  const { host, port, count, format } = options;
  const tls = listenerTls(options);
  const receiver = new Receiver(options.ack, options.save === undefined ? undefined : new InboxFolder(options.save));
  const print = (line: ListenLine): void => terminal.out(format === 'json' ? JSON.stringify(line) : formatLine(line));
  const replies = new Set<Promise<unknown>>();
  let finish: () => void = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });

  const onEvent = (event: FrameEvent, connection: Connection): void => {
    if (event.kind !== 'frame') print(wireLine(event, connection.remote));
    else if (receiver.count !== count) {
      const { line, reply } = receiver.receive(event.payload, connection.remote);
      print(line);
      if (reply) track(replies, connection.write(wholeFrame(reply.serialize())));
      if (receiver.count === count) finish();
    }
  };
  const result = await openListener({ host, port, timer: realTimer(), ...(tls && { tls }) }, { onEvent });
  if (result.kind === 'failed') {
    const { what, remedy } = parted(result.message);
    throw new OperatorError(EXIT.infrastructure, what, remedy);
  }
  const { server } = result;
  print({
    kind: 'listening',
    address: formatTarget({ host: server.address, port: server.port, tls: tls !== undefined }),
  });

  const interrupt = watchInterrupt();
  await Promise.race([finished, interrupt.requested]);
  await Promise.all(replies);
  await server.close();
  interrupt.release();
  const isShort = count !== undefined && receiver.count < count;
  print({ kind: 'ended', messages: receiver.count, interrupted: isShort });
  return isShort ? EXIT.interrupted : EXIT.passed;
}

function track(replies: Set<Promise<unknown>>, reply: Promise<unknown>): void {
  replies.add(reply);
  void reply.then(() => replies.delete(reply));
}
