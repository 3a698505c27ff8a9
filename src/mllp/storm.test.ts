import { describe, expect, it } from 'vitest';
import { type Rng, rng } from '../base/rng.js';
import { realTimer } from '../base/timer.js';
import type { Connection } from './connection.js';
import { openClient } from './testdata/client-kit.js';
import { openServer } from './testdata/open-server.js';
import { type WirePlan, wholeFrame } from './wire-plan.js';

const CLIENTS = 6;
const ROUNDS = 25;
const DEPTH = 4;
const KEY_LENGTH = 8;
const timer = realTimer(0.02);

const correlate = {
  request: (payload: Buffer) => payload.toString('latin1', 0, KEY_LENGTH),
  reply: (payload: Buffer) => payload.toString('latin1', 3, 3 + KEY_LENGTH),
};

/** How a request is written: mostly whole, else split, cut, reset, half closed or never ended. */
function requestPlan(payload: Buffer, random: Rng): WirePlan {
  const whole = wholeFrame(payload);
  const bytes = Buffer.concat(whole.flatMap((action) => (action.kind === 'write' ? [action.bytes] : [])));
  const cut = random.integer(1, bytes.length - 1);
  const begin = { kind: 'write', bytes: bytes.subarray(0, cut) } as const;
  switch (random.integer(0, 11)) {
    case 0:
      return [begin, { kind: 'pause', ms: random.integer(0, 100) }, { kind: 'write', bytes: bytes.subarray(cut) }];
    case 1:
      return [...whole, { kind: 'reset' }];
    case 2:
      return [begin, { kind: 'end' }];
    case 3:
      return [begin, { kind: 'withhold' }];
    default:
      return whole;
  }
}

/** How a listener answers: mostly well, else late, twice, not at all, or with the connection cut. */
function answer(key: string, connection: Connection, random: Rng): void {
  const reply = wholeFrame(Buffer.from(`re ${key}${'x'.repeat(random.integer(0, 20_000))}`));
  const choice = random.integer(0, 11);
  if (choice === 0) connection.reset();
  else if (choice === 1) connection.end();
  else if (choice === 2) timer.after(random.integer(0, 3_000), () => void connection.write(reply));
  else if (choice === 3) void connection.write([...reply, ...reply, { kind: 'end' }]);
  else if (choice !== 4) void connection.write(reply);
  if (choice === 5) connection.reset();
}

describe.each(['kept-open', 'per-message'] as const)('in a storm of faults, %s,', (mode) => {
  it('every request is settled and no reply is credited to another', async () => {
    const random = rng('storm', mode);
    const server = await openServer(
      {
        onEvent: (event, connection) => {
          if (event.kind === 'frame') answer(correlate.request(event.payload), connection, random);
        },
      },
      { timer, idleInFrameMs: 2_000 },
    );
    let settled = 0;
    const wrong: string[] = [];
    const storm = async (name: number): Promise<void> => {
      const { client } = openClient(server.port, { mode, depth: DEPTH, replyTimeoutMs: 2_000, timer, correlate });
      for (let round = 0; round < ROUNDS; round++) {
        const requests = Array.from({ length: DEPTH }, async (_, n) => {
          const key = `${name}-${round}-${n}`.padEnd(KEY_LENGTH, '_');
          const payload = Buffer.from(key + 'y'.repeat(random.integer(0, 50_000)));
          const result = await client.request(payload, { plan: requestPlan(payload, random) });
          settled++;
          if (result.kind === 'reply' && correlate.reply(result.payload) !== key) wrong.push(key);
        });
        await Promise.all(requests);
      }
      await client.close();
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, name) => storm(name)));
    expect(settled).toBe(CLIENTS * ROUNDS * DEPTH);
    expect(wrong).toEqual([]);
    await server.close();
    expect(server.connections).toEqual([]);
  });
});
