import { parentPort, workerData } from 'node:worker_threads';
import { tellLiveMemory } from '../measure/live-memory.js';
import { localPart } from './local-part.js';
import type { PartOrder } from './part.js';
import type { FromThread, ToThread } from './thread-part.js';

/** The thread of one part. */
function serve(port: NonNullable<typeof parentPort>, order: PartOrder): void {
  const tell = (message: FromThread): void => port.postMessage(message);
  const part = localPart(order, {
    onInterval: (sample, accepted) => tell({ kind: 'interval', sample, accepted }),
  });
  port.on('message', (message: ToThread) => {
    if (message.kind === 'stop') part.stop();
    else void part.run(message.atEpochMs).then((result) => tell({ kind: 'done', result }));
  });
  tellLiveMemory();
  tell({ kind: 'ready' });
}

if (parentPort === null) throw new Error('this file is a worker thread of a load run');
serve(parentPort, workerData);
