import { OrdinalSet } from '../../src/ledger/ordinal-set.js';
import { ContentLedger } from '../../src/load/far-end/content-ledger.js';
import { BY_CONTENT } from '../../src/load/template/identity.js';
import { makeMix } from '../../src/load/template/make-mix.js';
import { stamp } from '../../src/load/template/message-template.js';
import { answerQuestions } from '../process/channel.js';
import { cpuMicros } from '../process/cpu.js';
import type { DriveResult } from './drive.js';

const MEGA = 1_000_000;
const PREFIX = Buffer.from('Lbench');
const TIME = Buffer.from('20260101000000');
/** One of so many is not delivered. */
const LOST_OF = 1_000_003;

/** The ledger by content alone: all messages of a run but a few are delivered, and it is asked which are missing. */
answerQuestions<{ readonly messages: number }, DriveResult>(async ({ messages }) => {
  const mix = makeMix({
    mix: [{ kind: 'message', name: 'ADT^A01', weight: 1 }],
    patients: 8,
    version: '2.5.1',
    seed: 'bench',
    sizeBytes: 0,
    targets: [{ host: '127.0.0.1', port: 1 }],
    identity: BY_CONTENT,
  });
  const ledger = new ContentLedger(mix, PREFIX);
  const accepted = new OrdinalSet();
  const bytes = Buffer.alloc(mix.largestFrame);
  const [before, from, first] = [cpuMicros(), performance.now(), process.memoryUsage.rss()];
  for (let ordinal = 0; ordinal < messages; ordinal++) {
    accepted.add(ordinal);
    if (ordinal % LOST_OF === 0) continue;
    const template = mix.unitOf(ordinal).steps[0]?.template;
    if (template === undefined) throw new Error('the mix has no message');
    const end = stamp(template, bytes, 0, { prefix: PREFIX, ordinal, arrival: ordinal }, TIME);
    ledger.take(ledger.keyOf(bytes.subarray(1, end - 2)));
  }
  const taken = performance.now();
  // The first answer is only how many; nothing came since for the second.
  ledger.balance(accepted);
  const { counts, samples } = ledger.balance(accepted);
  ledger.close();
  return {
    messages,
    ms: taken - from,
    cpuMicros: cpuMicros() - before,
    figures: {
      lost: counts.lost,
      named: samples.lost.filter((ordinal) => ordinal % LOST_OF === 0).length,
      'more MB': (process.memoryUsage.rss() - first) / MEGA,
      'balance s': (performance.now() - taken) / 1_000,
    },
  };
});
