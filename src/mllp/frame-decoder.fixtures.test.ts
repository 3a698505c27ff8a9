import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { frame } from './frame.js';
import { FrameDecoder } from './frame-decoder.js';
import type { FrameEvent } from './frame-event.js';
import { eventTexts } from './testdata/event-text.js';

const OWN = join(import.meta.dirname, 'testdata');
const SHARED = join(import.meta.dirname, '../../../shared/fixtures');

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
}

const own = filesIn(OWN).filter((file) => file.endsWith('.hl7'));
const shared = existsSync(SHARED)
  ? filesIn(SHARED).filter((file) => /[\\/]messages[\\/][^\\/]+\.[^\\/]+$/.test(file))
  : [];

function decode(...chunks: readonly Uint8Array[]): readonly FrameEvent[] {
  const decoder = new FrameDecoder();
  return [...chunks.flatMap((chunk) => decoder.push(chunk)), ...decoder.end()];
}

function isThePayload(events: readonly FrameEvent[], payload: Buffer): boolean {
  const [event] = events;
  return events.length === 1 && event?.kind === 'frame' && event.payload.equals(payload);
}

describe.each([
  { source: 'own samples', files: own },
  { source: 'real messages', files: shared },
])('decoder on $source', ({ source, files }) => {
  if (files.length === 0) {
    it.skip(`SKIPPED: the ${source} are not here (${SHARED})`, () => {});
    return;
  }
  const payloads = files.map((file) => ({ file, payload: readFileSync(file) }));

  it.each(payloads)('$file survives a cut at every byte', ({ payload }) => {
    const whole = frame(payload);
    const lost: number[] = [];
    for (let cut = 0; cut <= whole.length; cut++) {
      if (!isThePayload(decode(whole.subarray(0, cut), whole.subarray(cut)), payload)) lost.push(cut);
    }
    expect(lost).toEqual([]);
  });

  it('all of them one byte at a time', () => {
    for (const { file, payload } of payloads) {
      const bytes = Array.from(frame(payload), (byte) => Uint8Array.of(byte));
      expect(isThePayload(decode(...bytes), payload), file).toBe(true);
    }
  });

  it('all of them coalesced', () => {
    const events = decode(Buffer.concat(payloads.map(({ payload }) => frame(payload))));
    expect(events.map((event) => event.kind === 'frame' && event.payload)).toEqual(
      payloads.map(({ payload }) => payload),
    );
  });

  it('all of them with junk between', () => {
    const junk = Buffer.from('PROXY TCP4\r\n');
    const stream = Buffer.concat(payloads.flatMap(({ payload }) => [junk, frame(payload)]));
    for (const size of [stream.length, 1_000, 7]) {
      const chunks = Array.from({ length: Math.ceil(stream.length / size) }, (_, i) =>
        stream.subarray(i * size, (i + 1) * size),
      );
      const texts = eventTexts(decode(...chunks));
      expect(texts.filter((text) => text.includes(' frame '))).toHaveLength(payloads.length);
      expect(texts.filter((text) => text.endsWith(` junk before-start ${junk.toString('hex')}`))).toHaveLength(
        payloads.length,
      );
    }
  });
});
