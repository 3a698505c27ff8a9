import { realTimer } from '../../src/base/timer.js';
import type { Effort } from '../effort.js';
import type { Sample } from '../outcome.js';
import { answerQuestions } from '../process/channel.js';
import { ExchangeStage } from './exchange-stage.js';

/** Rounds with and without validation take turns, so that neither has the quieter machine. */
const ROUNDS = 150;
/** Of these the first compile the harness and the checks. */
const COUNTED = 60;

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
  // Collecting garbage strikes now these rounds and now those: their mean is told.
  const [bare, validated] = [mean(without.slice(-COUNTED)), mean(withIt.slice(-COUNTED))];
  return {
    cpuMicros: validated,
    perSecond: (exchanges / (realTimer().now() - from)) * 1_000,
    figures: { 'without validation us': bare, 'validation adds %': (validated / bare - 1) * 100 },
  };
}

function mean(costs: readonly number[]): number {
  return costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
}
