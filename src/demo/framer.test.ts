import { describe, expect, it } from 'vitest';
import { rng } from '../base/rng.js';
import { Framer, framed } from './framer.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const frames = (framer: Framer, ...chunks: readonly (string | Buffer)[]): string[] =>
  chunks
    .flatMap((chunk) => framer.push(typeof chunk === 'string' ? bytes(chunk) : chunk))
    .flatMap((found) => (found.kind === 'message' ? [found.bytes.toString('latin1')] : []));

const A = '\x0bMSH|A\r\x1c\r';
const B = '\x0bMSH|B\r\x1c\r';

describe('Framer', () => {
  it('finds the same messages wherever the stream is cut', () => {
    const stream = `junk${A}\n${B}${A}`;
    for (let cut = 0; cut <= stream.length; cut++) {
      expect(frames(new Framer(100), stream.slice(0, cut), stream.slice(cut))).toEqual([
        'MSH|A\r',
        'MSH|B\r',
        'MSH|A\r',
      ]);
    }
  });

  it('reads one byte at a time', () => {
    expect(frames(new Framer(100), ...(A + B))).toEqual(['MSH|A\r', 'MSH|B\r']);
  });

  it('drops a frame that a new start block cuts off', () => {
    const framer = new Framer(100);
    const found = framer.push(bytes(`\x0bMSH|half${A}`));
    expect(found.map((event) => event.kind)).toEqual(['skipped', 'message']);
    expect(found[0]).toEqual({ kind: 'skipped', why: 'truncated', bytes: 8 });
  });

  it('keeps an end block that no carriage return follows as data', () => {
    expect(frames(new Framer(100), '\x0bMSH|a\x1cb\r\x1c\r')).toEqual(['MSH|a\x1cb\r']);
    expect(frames(new Framer(100), '\x0bMSH|a\x1c', 'b\r\x1c', '\r')).toEqual(['MSH|a\x1cb\r']);
  });

  it('takes several end blocks before the carriage return as one', () => {
    expect(frames(new Framer(100), '\x0bMSH|a\r\x1c\x1c\r')).toEqual(['MSH|a\r']);
  });

  it('counts what stands outside frames', () => {
    expect(new Framer(100).push(bytes(`GET /${A}`))[0]).toEqual({ kind: 'skipped', why: 'junk', bytes: 5 });
  });

  it('reports an empty frame as a message without bytes', () => {
    expect(frames(new Framer(100), '\x0b\x1c\r')).toEqual(['']);
  });

  it('knows whether it is inside a frame', () => {
    const framer = new Framer(100);
    framer.push(bytes('\x0bMSH'));
    expect(framer.inFrame).toBe(true);
    framer.push(bytes('\x1c\r'));
    expect(framer.inFrame).toBe(false);
  });

  it('accepts a frame of exactly the limit, in one piece and in many', () => {
    expect(frames(new Framer(5), '\x0b12345\x1c\r')).toEqual(['12345']);
    expect(frames(new Framer(5), ...'\x0b12345\x1c\r')).toEqual(['12345']);
  });

  it('gives up on a frame above the limit, in one piece and in many', () => {
    const stream = '\x0b123456\x1c\r';
    for (const chunks of [[stream], [...stream]]) {
      const framer = new Framer(5);
      const found = chunks.flatMap((chunk) => framer.push(bytes(chunk)));
      expect(found.map((event) => event.kind)).toEqual(['too-large']);
      expect(framer.push(bytes(A))).toEqual([]);
    }
  });

  it('does not keep what follows a frame that is too large', () => {
    const framer = new Framer(1_000);
    framer.push(bytes('\x0b'));
    for (let i = 0; i < 2_000; i++) framer.push(Buffer.alloc(65_536, 'x'));
    expect(framer.push(bytes(A))).toEqual([]);
  });

  it('survives random bytes and still finds a good frame after them', () => {
    const random = rng('framer');
    for (let round = 0; round < 2_000; round++) {
      const framer = new Framer(1_000_000);
      const noise = Buffer.from(Array.from({ length: 40 }, () => random.pick([0x0b, 0x1c, 0x0d, 0x41])));
      const found = frames(framer, noise.subarray(0, 17), noise.subarray(17), bytes(A));
      expect(found.at(-1)).toBe('MSH|A\r');
    }
  });

  it('reads back what it writes', () => {
    expect(frames(new Framer(100), framed(bytes('MSH|x\r')))).toEqual(['MSH|x\r']);
  });
});
