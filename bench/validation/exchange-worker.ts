import { realTimer } from '../../src/base/timer.js';
import type { Effort } from '../effort.js';
import type { Sample } from '../outcome.js';
import { answerQuestions } from '../process/channel.js';
import { ExchangeStage } from './exchange-stage.js';

/** Rounds with and without validation take turns, so that neither has the quieter machine. */
const ROUNDS = 40;
/** Of these the first compile the harness and the checks. */
const COUNTED = 30;

answerQuestions<Effort, Sample>(async ({ repetitions }) => {
  const plain = await ExchangeStage.open(false);
  const judged = await ExchangeStage.open(true);
  try {
    return await alternate(plain, judged, repetitions === 1 ? 1 : ROUNDS);
  } finally {
    await plain.close();
    await judged.close();
  }
});

async function alternate(plain: ExchangeStage, judged: ExchangeStage, rounds: number): Promise<Sample> {
  const from = realTimer().now();
  const [without, withIt]: [number[], number[]] = [[], []];
  let exchanges = 0;
  for (let round = 0; round < rounds; round++) {
    for (const [stage, costs] of [
      [plain, without],
      [judged, withIt],
    ] as const) {
      const done = await stage.round();
      costs.push(done.cpuMicros / done.exchanges);
      exchanges += done.exchanges;
    }
  }
  // The least disturbed.
  const [least, judgedLeast] = [Math.min(...without.slice(-COUNTED)), Math.min(...withIt.slice(-COUNTED))];
  return {
    cpuMicros: judgedLeast,
    perSecond: (exchanges / (realTimer().now() - from)) * 1_000,
    figures: { 'without validation us': least, 'validation adds %': (judgedLeast / least - 1) * 100 },
  };
}
