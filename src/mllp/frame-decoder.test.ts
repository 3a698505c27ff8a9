import { describe, expect, it } from 'vitest';
import { frame } from './frame.js';
import { FrameDecoder, type FrameDecoderOptions } from './frame-decoder.js';
import { eventTexts } from './testdata/event-text.js';

const LONG = 'x'.repeat(100);

interface Row {
  readonly situation: string;
  /** latin1; `|` inside a list of chunks is no byte. */
  readonly stream: string;
  readonly options?: FrameDecoderOptions;
  readonly events: readonly string[];
}

const ROWS: readonly Row[] = [
  { situation: 'one frame', stream: '\x0bAB\x1c\r', events: ['0 frame AB'] },
  { situation: 'a long frame', stream: `\x0b${LONG}\x1c\r`, events: [`0 frame ${LONG}`] },
  { situation: 'coalesced frames', stream: '\x0bA\x1c\r\x0bB\x1c\r', events: ['0 frame A', '4 frame B'] },
  {
    situation: 'bytes before the start block',
    stream: 'GET\x0bA\x1c\r',
    events: ['0 junk before-start 474554', '3 frame A'],
  },
  { situation: 'end block without a start', stream: 'A\x1c\r', events: ['0 junk before-start 411c0d'] },
  {
    situation: 'start block inside a frame',
    stream: '\x0bA\x0bB\x1c\r',
    events: ['0 junk nested-start 0b41', '2 frame B'],
  },
  {
    situation: 'LF behind the end',
    stream: '\x0bA\x1c\r\n\x0bB\x1c\r',
    events: ['0 frame A', '4 junk after-end 0a', '5 frame B'],
  },
  { situation: 'CR LF behind the end', stream: '\x0bA\x1c\r\r\n', events: ['0 frame A', '4 junk after-end 0d0a'] },
  {
    situation: 'leftovers of a terminator, then something else',
    stream: '\x0bA\x1c\r\nHI\n\x0bB\x1c\r',
    events: ['0 frame A', '4 junk after-end 0a', '5 junk before-start 48490a', '8 frame B'],
  },
  { situation: 'empty frame', stream: '\x0b\x1c\r', events: ['0 empty'] },
  { situation: 'commit frames', stream: '\x0b\x06\x1c\r\x0b\x15\x1c\r', events: ['0 commit ack', '4 commit nak'] },
  { situation: 'another single byte is a payload', stream: '\x0b\x07\x1c\r', events: ['0 frame \x07'] },
  { situation: 'stream ends inside a frame', stream: '\x0bAB', events: ['0 junk truncated 0b4142'] },
  { situation: 'stream ends behind the end block', stream: '\x0bA\x1c', events: ['0 junk truncated 0b411c'] },
  {
    situation: 'lone end block, kept as data',
    stream: '\x0bA\x1cB\x1cC\x1c\r',
    events: ['2 junk missing-cr 1c', '0 frame A\x1cB\x1cC'],
  },
  {
    situation: 'doubled end block, kept as data',
    stream: '\x0bA\x1c\x1c\r',
    events: ['2 junk missing-cr 1c', '0 frame A\x1c'],
  },
  {
    situation: 'lone end block, accepted as the end',
    options: { missingCr: 'accept' },
    stream: '\x0bA\x1c\n\x0bB\x1c\r',
    events: ['0 frame A', '2 junk missing-cr 1c', '3 junk after-end 0a', '4 frame B'],
  },
  {
    situation: 'doubled end block, the first accepted as the end',
    options: { missingCr: 'accept' },
    stream: '\x0bA\x1c\x1c\r\x0bB\x1c\r',
    events: ['0 frame A', '2 junk missing-cr 1c', '3 junk after-end 1c0d', '5 frame B'],
  },
  {
    situation: 'lone end block at the end of the stream, accepted',
    options: { missingCr: 'accept' },
    stream: '\x0bA\x1c',
    events: ['0 frame A', '2 junk missing-cr 1c'],
  },
  {
    situation: 'lone end block, frame rejected',
    options: { missingCr: 'reject' },
    stream: '\x0bA\x1cB\x1c\r\x0bC\x1c\r',
    events: ['0 junk missing-cr 0b411c', '3 junk before-start 421c0d', '6 frame C'],
  },
  {
    situation: 'lone end block before a start block, frame rejected',
    options: { missingCr: 'reject' },
    stream: '\x0bA\x1c\x0bC\x1c\r',
    events: ['0 junk missing-cr 0b411c', '3 frame C'],
  },
  {
    situation: 'payload of exactly the limit',
    options: { maxFrameBytes: 3 },
    stream: '\x0bABC\x1c\r',
    events: ['0 frame ABC'],
  },
  {
    situation: 'payload above the limit',
    options: { maxFrameBytes: 3 },
    stream: '\x0bABCD\x1c\r\n\x0bB\x1c\r',
    events: ['0 overflow 3', '7 junk after-end 0a', '8 frame B'],
  },
  {
    situation: 'payload above the limit, then a start block',
    options: { maxFrameBytes: 3 },
    stream: '\x0bABCDEF\x0bB\x1c\r',
    events: ['0 overflow 3', '7 frame B'],
  },
  {
    situation: 'end block as data that passes the limit',
    options: { maxFrameBytes: 3 },
    stream: '\x0bABC\x1cD\x1c\r',
    events: ['4 junk missing-cr 1c', '0 overflow 3'],
  },
];

describe('FrameDecoder', () => {
  describe.each(ROWS)('$situation', ({ stream, options, events }) => {
    const bytes = Buffer.from(stream, 'latin1');

    it('in one chunk', () => {
      const decoder = new FrameDecoder(options);
      expect(eventTexts([...decoder.push(bytes), ...decoder.end()])).toEqual(events);
    });

    it('byte by byte', () => {
      const decoder = new FrameDecoder(options);
      const seen = Array.from(bytes, (byte) => decoder.push(Uint8Array.of(byte))).flat();
      expect(eventTexts([...seen, ...decoder.end()])).toEqual(events);
    });

    it('cut at every place', () => {
      for (let cut = 0; cut <= bytes.length; cut++) {
        const decoder = new FrameDecoder(options);
        const seen = [...decoder.push(bytes.subarray(0, cut)), ...decoder.push(bytes.subarray(cut)), ...decoder.end()];
        expect(eventTexts(seen), `cut at ${cut}`).toEqual(events);
      }
    });
  });

  it('waits while the byte behind an end block is not there yet', () => {
    const decoder = new FrameDecoder();
    expect(decoder.push(Buffer.from('\x0bA\x1c'))).toEqual([]);
    expect(decoder.inFrame).toBe(true);
    expect(eventTexts(decoder.push(Buffer.from('\r')))).toEqual(['0 frame A']);
    expect(decoder.inFrame).toBe(false);
  });

  it('gives an unfinished frame up when told that the line is idle, and goes on with the next', () => {
    const decoder = new FrameDecoder();
    decoder.push(Buffer.from('\x0bAB'));
    expect(eventTexts(decoder.idle())).toEqual(['0 idle-in-frame 0b4142']);
    expect(decoder.idle()).toEqual([]);
    expect(eventTexts(decoder.push(Buffer.from('\x0bC\x1c\r')))).toEqual(['3 frame C']);
  });

  it('hands out a frame that lies in one chunk without a copy', () => {
    const chunk = frame(Buffer.from('payload'));
    const [event] = new FrameDecoder().push(chunk);
    expect(event?.kind === 'frame' && event.payload.buffer === chunk.buffer).toBe(true);
  });

  it('holds no bytes between frames, and never more than the limit and two frame bytes', () => {
    const decoder = new FrameDecoder({ maxFrameBytes: 100_000 });
    decoder.push(Uint8Array.of(0x0b));
    for (let i = 0; i < 2_000; i++) {
      decoder.push(Buffer.alloc(1_000, 'A'));
      expect(decoder.heldBytes).toBeLessThanOrEqual(100_002);
    }
    expect(decoder.heldBytes).toBe(0);
    expect(eventTexts(decoder.push(Buffer.from('\x1c\r\x0bB\x1c\r')))).toEqual(['2000003 frame B']);
  });

  it('copies each byte of a long frame a bounded number of times', () => {
    const payload = Buffer.alloc(10_000_000, 'A');
    const stream = frame(payload);
    const decoder = new FrameDecoder();
    let capacities = 0;
    let last = 0;
    let seen: Buffer | undefined;
    for (let at = 0; at < stream.length; at += 65_536) {
      for (const event of decoder.push(stream.subarray(at, at + 65_536)))
        if (event.kind === 'frame') seen = event.payload;
      if (decoder.heldBytes > last) capacities += decoder.heldBytes;
      last = decoder.heldBytes;
    }
    expect(seen?.equals(payload)).toBe(true);
    // Doubling: all buffers ever made together are no longer than four times the frame.
    expect(capacities).toBeLessThan(4 * stream.length);
  });
});
