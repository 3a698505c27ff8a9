import { parentPort, workerData } from 'node:worker_threads';
import { tellLiveMemory } from '../measure/live-memory.js';
import type { FarEndOrder, FarEndPart } from './far-end-part.js';
import { localFarEnd } from './local-far-end.js';
import type { FromFarEnd, ToFarEnd } from './thread-far-end.js';

/** The thread of one far end. */
async function serve(port: NonNullable<typeof parentPort>, order: FarEndOrder): Promise<void> {
  const tell = (message: FromFarEnd): void => port.postMessage(message);
  const opening = await localFarEnd(order);
  if (opening.kind === 'failed') {
    tell(opening);
    return;
  }
  port.on('message', (message: ToFarEnd) => void obey(message, opening.part, tell));
  tellLiveMemory();
  tell({ kind: 'opened', port: opening.part.port });
}

async function obey(message: ToFarEnd, part: FarEndPart, tell: (message: FromFarEnd) => void): Promise<void> {
  if (message.kind === 'begin') part.begin(message.atEpochMs);
  if (message.kind === 'counts') tell({ kind: 'counts', counts: await part.counts(message.accepted) });
  if (message.kind === 'settle') tell({ kind: 'settled', result: await part.settle(message.accepted) });
}

if (parentPort === null) throw new Error('this file is a worker thread of a load run');
void serve(parentPort, workerData);
