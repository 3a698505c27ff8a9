import { connect, type TLSSocket } from 'node:tls';
import { afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type TlsLaboratory, tlsLaboratory } from '../mllp/tls-laboratory.js';
import type { DefectName } from './defects.js';
import { framed } from './framer.js';
import { Bench } from './testdata/bench.js';
import { addPerson } from './testdata/messages.js';

let laboratory: TlsLaboratory;
let bench: Bench | undefined;

beforeAll(async () => {
  laboratory = await tlsLaboratory();
});
afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

async function secured(...defects: readonly DefectName[]): Promise<Bench> {
  const { ca, certificates } = laboratory;
  bench = await Bench.open({ tls: { ...certificates.good, ca }, defects });
  return bench;
}

/** What the engine answers to a message that comes in this way; undefined where the connection ends instead. */
function answerTo(port: number, kind: keyof TlsLaboratory['certificates'] | undefined): Promise<string | undefined> {
  const { ca, certificates } = laboratory;
  const socket: TLSSocket = connect({ port, host: '127.0.0.1', ca, ...(kind && certificates[kind]) });
  onTestFinished(() => void socket.destroy());
  socket.once('secureConnect', () => socket.write(framed(Buffer.from(addPerson()))));
  return new Promise((resolve) => {
    socket.once('data', (chunk) => resolve(/MSA\|../.exec(chunk.toString())?.[0]));
    socket.on('error', () => resolve(undefined)).once('close', () => resolve(undefined));
  });
}

describe('the engine over TLS', () => {
  it('takes senders with a good certificate alone, and says in its log why it refuses', async () => {
    const { engine, log } = await secured();
    expect(await answerTo(engine.port, 'good')).toBe('MSA|AA');
    for (const kind of ['expired', 'not-yet-valid', 'unknown-authority', 'wrong-purpose', undefined] as const)
      expect(await answerTo(engine.port, kind), kind).toBeUndefined();
    await log.until((lines) => lines.some((line) => line.includes('refused a TLS client: CERT_HAS_EXPIRED')));
    expect(await answerTo(engine.port, 'good')).toBe('MSA|AA');
  });

  it('takes anybody with the defect accepts-any-certificate', async () => {
    const { engine } = await secured('accepts-any-certificate');
    expect(await answerTo(engine.port, 'expired')).toBe('MSA|AA');
  });

  it('goes back to plain when it is told so', async () => {
    const { engine } = await secured();
    await engine.secure(undefined);
    expect(await answerTo(engine.port, 'good')).toBeUndefined();
  });
});
