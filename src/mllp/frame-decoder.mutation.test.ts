import { describe, expect, it } from 'vitest';
import { type Rng, rng } from '../base/rng.js';
import { FrameDecoder } from './frame-decoder.js';
import type { FrameEvent } from './frame-event.js';

const MUTATIONS = 1_000_000;
const LIMIT = 64;
/** Mutations before the stream is made anew, so that it does not fade into noise. */
const GENERATION = 25;
const INTERESTING = [0x0b, 0x1c, 0x0d, 0x0a, 0x06, 0x15, 0x41];

const SEED_STREAMS = [
  '\x0bMSH|A\rPID|1\r\x1c\r\x0bMSH|B\r\x1c\r',
  '\x0bMSH|C\r\x1c\r\n\x0b\x06\x1c\r\x0b\x1c\rjunk\x0bMSH|D\r\x1c\r',
  `\x0bMSH|E\r${'x'.repeat(70)}\x1c\r\x0bMSH|F\x1c\r`,
].map((text) => Buffer.from(text, 'latin1'));

/** Good frames by their definition: VT, no VT up to the first FS CR. Written without regard to the decoder. */
const GOOD_FRAME = /\x0b([^\x0b]*?)\x1c\r/g;

function goodPayloads(stream: Buffer): readonly string[] {
  return Array.from(stream.toString('latin1').matchAll(GOOD_FRAME), ([, payload = '']) => payload).filter(isContent);
}

function isContent(payload: string): boolean {
  return payload !== '' && payload !== '\x06' && payload !== '\x15' && payload.length <= LIMIT;
}

function mutate(stream: Buffer, random: Rng): Buffer {
  const at = random.integer(0, stream.length - 1);
  const choice = random.integer(0, 4);
  if (choice === 0) return Buffer.concat([stream.subarray(0, at), stream.subarray(at + 1)]);
  if (choice === 1)
    return Buffer.concat([stream.subarray(0, at), Buffer.of(random.pick(INTERESTING)), stream.subarray(at)]);
  if (choice === 2) return Buffer.concat([stream.subarray(0, at), stream.subarray(at >> 1)]);
  const copy = Buffer.from(stream);
  copy[at] = choice === 3 ? random.pick(INTERESTING) : random.integer(0, 255);
  return copy;
}

function decodeInPieces(decoder: FrameDecoder, stream: Buffer, random: Rng, seen: FrameEvent[]): number {
  const size = random.integer(1, 40);
  let held = 0;
  for (let at = 0; at < stream.length; at += size) {
    for (const event of decoder.push(stream.subarray(at, at + size))) seen.push(event);
    held = Math.max(held, decoder.heldBytes);
  }
  for (const event of decoder.end()) seen.push(event);
  return held;
}

/** Bytes that the events account for. A lone end block that stays in the payload is counted there. */
function covered(events: readonly FrameEvent[]): number {
  let sum = 0;
  for (const event of events) {
    if (event.kind === 'frame') sum += event.payload.length + 3;
    else if (event.kind === 'commit') sum += 4;
    else if (event.kind === 'empty') sum += 3;
    else if (event.kind === 'junk' && event.where !== 'missing-cr') sum += event.bytes.length;
  }
  return sum;
}

describe('the decoder under random mutations', () => {
  it(`loses no good frame, accounts for every byte and holds no more than its limit in ${MUTATIONS} of them`, () => {
    const random = rng('decoder mutations', 1);
    const wrong: string[] = [];
    let stream: Buffer = Buffer.alloc(0);
    for (let i = 0; i < MUTATIONS && wrong.length === 0; i++) {
      if (i % GENERATION === 0 || stream.length < 4 || stream.length > 400) stream = random.pick(SEED_STREAMS);
      stream = mutate(stream, random);
      const seen: FrameEvent[] = [];
      const held = decodeInPieces(new FrameDecoder({ maxFrameBytes: LIMIT }), stream, random, seen);
      const payloads = seen.flatMap((event) => (event.kind === 'frame' ? [event.payload.toString('latin1')] : []));
      const hasOverflow = seen.some((event) => event.kind === 'overflow');
      const trouble = [
        ...(payloads.join('\x0b') === goodPayloads(stream).join('\x0b') ? [] : ['a good frame differs']),
        ...(hasOverflow || covered(seen) === stream.length ? [] : [`${covered(seen)} bytes accounted for`]),
        ...(held <= LIMIT + 2 ? [] : [`${held} bytes held`]),
      ];
      if (trouble.length > 0) wrong.push(`mutation ${i}: ${trouble.join(', ')}: ${stream.toString('hex')}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(['accept', 'reject'] as const)('sees the same with missingCr %s however the stream is cut', (missingCr) => {
    const random = rng('decoder mutations', missingCr);
    for (let i = 0; i < 20_000; i++) {
      const stream = mutate(mutate(random.pick(SEED_STREAMS), random), random);
      const options = { maxFrameBytes: LIMIT, missingCr };
      const whole: FrameEvent[] = [];
      const cut: FrameEvent[] = [];
      const decoder = new FrameDecoder(options);
      whole.push(...decoder.push(stream), ...decoder.end());
      decodeInPieces(new FrameDecoder(options), stream, random, cut);
      expect(contents(cut), `${i}: ${stream.toString('hex')}`).toEqual(contents(whole));
    }
  });
});

function contents(events: readonly FrameEvent[]): readonly string[] {
  return events.flatMap((event) => {
    if (event.kind === 'frame') return [`${event.offset} ${event.payload.toString('latin1')}`];
    return event.kind === 'junk' && /missing|nested|truncated/.test(event.where)
      ? [`${event.offset} ${event.where}`]
      : [];
  });
}
