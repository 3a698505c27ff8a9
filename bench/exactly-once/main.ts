import { parseArgs } from 'node:util';
import { type OrdealResult, undergo } from './ordeal.js';

const USAGE = `Usage: node dist/bench/exactly-once/main.js [--messages 100000] [--rate 400] [--defect ack-before-store]

Sends so many messages, about so many a second, through the demo engine, with seeded faults of senders and receivers, and kills the engine
three times. Says what the ledger found, and what the engine's own log lacks of what it had acknowledged. Exit code 1 where
they differ, or where anything is wrong without a defect.
`;

/** Messages of a patient on the average: half are admitted, half stay with all that belongs to it. */
const MESSAGES_OF_A_PATIENT = 12.9;

process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      messages: { type: 'string', default: '100000' },
      rate: { type: 'string', default: '400' },
      defect: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [messages, rate] = [Number(values.messages), Number(values.rate)];
  let seconds = 0;
  const done = await undergo({
    rate: rate / MESSAGES_OF_A_PATIENT,
    seconds: messages / rate,
    kills: [0.25, 0.5, 0.75].map((share) => Math.round(messages * share)),
    awayMs: 2_000,
    settleMs: values.defect === undefined ? 600_000 : 60_000,
    seed: '1',
    defects: values.defect === 'ack-before-store' ? ['ack-before-store'] : [],
    onSecond: (sent, delivered, rss) => {
      if (++seconds % 10 === 0)
        process.stderr.write(`${seconds} s  ${sent} sent  ${delivered} delivered  ${Math.round(rss / 1e6)} MB\n`);
    },
  });
  process.stdout.write(report(done));
  return isRight(done, values.defect !== undefined) ? 0 : 1;
}

function report({ result, unstored, lost, accepted }: OrdealResult): string {
  const { ledger, faults, resent, sut, sent, errors, codes } = result;
  return `${JSON.stringify({ sent, accepted, resent, codes, errors, sut, faults, ledger: { ...ledger, samples: undefined, endToEnd: undefined } }, undefined, 1)}
lost by the ledger ${lost.size}, not in the engine's own log ${unstored.size}, in both ${both(lost, unstored)}
`;
}

function both(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((id) => b.has(id)).length;
}

function isRight({ result, unstored, lost }: OrdealResult, hasDefect: boolean): boolean {
  const isExact = lost.size === unstored.size && both(lost, unstored) === lost.size;
  if (hasDefect) return isExact && lost.size > 0;
  const { ledger } = result;
  return isExact && ledger !== undefined && ledger.lost + ledger.duplicated + ledger.reordered + ledger.altered === 0;
}
