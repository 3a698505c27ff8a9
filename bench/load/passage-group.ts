import type { Group } from '../group.js';
import type { Outcome } from '../outcome.js';
import { type PassageResult, throughEngine } from './through-engine.js';
import { OURS } from './tools.js';

const MESSAGES = 1_000_000;
const RATE = 2_000;

/** A million messages through the demo engine, without loss and with it. */
export function passageGroup(): Group {
  return {
    title: 'Load, through the demo engine to the far end',
    note: `${MESSAGES} messages, ${RATE} a second; "unexplained" is what ledger and engine disagree about`,
    cases: [
      { id: 'engine', title: 'the engine as it is' },
      { id: 'engine-losing', title: 'with the defect loses-messages: every 97th is never delivered' },
    ],
    subjects: [OURS],
    rivals: {},
    repetitions: 1,
    makeCrew: () => ({
      measure: async (_, caseId) => {
        const loses = caseId === 'engine-losing';
        return outcomeOf(await throughEngine({ messages: MESSAGES, rate: RATE, loses, onSecond: told }));
      },
      stop: () => {},
    }),
  };
}

function told(
  {
    second,
    harness,
    engine = 0,
  }: { readonly second: number; readonly harness: number; readonly engine?: number | undefined },
  { sent, delivered }: { readonly sent: number; readonly delivered: number },
): void {
  if (second % 10 !== 0) return;
  const [ours, theirs] = [harness, engine].map((bytes) => Math.round(bytes / 1_000_000));
  process.stderr.write(
    `  ${second} s: ${sent} sent, ${delivered} delivered, harness ${ours} MB, engine ${theirs} MB\n`,
  );
}

function outcomeOf({ result, seconds, forgotten, lost, memory }: PassageResult): Outcome {
  const { ledger, generator, acknowledged } = result;
  const named = new Set(lost);
  const differences = forgotten.filter((ordinal) => !named.has(ordinal)).length + named.size - forgotten.length;
  const last = memory.at(-1);
  return {
    kind: 'measured',
    sample: {
      cpuMicros: generator.cpuMicrosPerMessage,
      perSecond: acknowledged / seconds,
      figures: {
        accepted: acknowledged,
        delivered: ledger?.delivered ?? 0,
        lost: ledger?.lost ?? 0,
        duplicated: ledger?.duplicated ?? 0,
        unexplained: differences,
        'harness MB': (last?.harness ?? 0) / 1_000_000,
        'engine MB': (last?.engine ?? 0) / 1_000_000,
        seconds,
      },
    },
  };
}
