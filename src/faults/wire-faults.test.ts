import { describe, expect, it } from 'vitest';
import { rng } from '../base/rng.js';
import { type WirePlan, wholeFrame } from '../mllp/wire-plan.js';
import { byteByByte } from './byte-by-byte.js';
import { coalescedFrames } from './coalesced-frames.js';
import { controlInBody } from './control-in-body.js';
import { cutConnectionInFrame } from './cut-connection-in-frame.js';
import type { WireFault } from './fault.js';
import { frameAndAHalf } from './frame-and-a-half.js';
import { junkBeforeStart } from './junk-before-start.js';
import { missingEnd } from './missing-end.js';
import { missingStart } from './missing-start.js';
import { oddTerminator } from './odd-terminator.js';
import { outOfOrder } from './out-of-order.js';
import { pipelined } from './pipelined.js';
import { separateWrites } from './separate-writes.js';
import { splitAtBoundary } from './split-at-boundary.js';
import { outcomeOf } from './testdata/outcome.js';

const BODY = 'MSH|^~\\&|Müller\r';
const HONEST = wholeFrame(Buffer.from(BODY));

function applied(fault: WireFault, plan: WirePlan = HONEST): WirePlan {
  return fault.apply(plan, rng('test'));
}

function writes(plan: WirePlan): readonly string[] {
  return plan.flatMap((action) => (action.kind === 'write' ? [action.bytes.toString('hex')] : []));
}

function pauses(plan: WirePlan): readonly number[] {
  return plan.flatMap((action) => (action.kind === 'pause' ? [action.ms] : []));
}

const wholeHex = writes(HONEST).join('');

describe('faults of timing leave every byte as it is', () => {
  it.each([
    { name: 'byte-by-byte', fault: byteByByte.make({ gap: 50 }), pieces: wholeHex.length / 2 },
    { name: 'separate-writes', fault: separateWrites.make({ gap: 50 }), pieces: 4 },
    { name: 'split-at-boundary, fs-cr', fault: splitAtBoundary.make({ gap: 50 }), pieces: 2 },
    { name: 'split-at-boundary, utf8', fault: splitAtBoundary.make({ where: 'utf8', gap: 50 }), pieces: 2 },
    {
      name: 'split-at-boundary, 5 bytes',
      fault: splitAtBoundary.make({ where: 'bytes', bytes: 5, gap: 50 }),
      pieces: 2,
    },
  ])('$name', async ({ fault, pieces }) => {
    const plan = applied(fault);
    expect(writes(plan)).toHaveLength(pieces);
    expect(pauses(plan)).toEqual(Array.from({ length: pieces - 1 }, () => 50));
    expect(writes(plan).join('')).toBe(wholeHex);
    expect((await outcomeOf(plan)).seen).toEqual([`frame ${BODY}`, 'frame done']);
  });

  it('separate-writes cuts around the start block, the end block and the carriage return', () => {
    expect(writes(applied(separateWrites.make()))).toEqual(['0b', Buffer.from(BODY).toString('hex'), '1c', '0d']);
  });

  it('split-at-boundary cuts between end block and carriage return, inside a UTF-8 sequence, or where it is told', () => {
    expect(writes(applied(splitAtBoundary.make())).at(-1)).toBe('0d');
    expect(writes(applied(splitAtBoundary.make({ where: 'utf8' }))).at(-1)).toMatch(/^bc/);
    expect(writes(applied(splitAtBoundary.make({ where: 'bytes', bytes: 2 })))[0]).toBe('0b4d');
  });

  it('split-at-boundary cuts a text without such a sequence in its middle', () => {
    expect(writes(applied(splitAtBoundary.make({ where: 'utf8' }), wholeFrame(Buffer.from('ABCD'))))).toHaveLength(2);
  });

  it('no pause is made where no gap is asked for', () => {
    expect(pauses(applied(byteByByte.make()))).toEqual([]);
  });
});

describe('faults of bytes', () => {
  it('coalesced-frames writes the frames of several messages at once', async () => {
    const fault = coalescedFrames.make({ frames: 3 });
    expect(fault.together).toBe(3);
    const plan = applied(
      fault,
      ['A', 'B', 'C'].flatMap((text) => wholeFrame(Buffer.from(text))),
    );
    expect(writes(plan)).toHaveLength(1);
    expect((await outcomeOf(plan)).seen).toEqual(['frame A', 'frame B', 'frame C', 'frame done']);
  });

  const two = ['AB', 'CD'].flatMap((text) => wholeFrame(Buffer.from(text)));

  it('frame-and-a-half writes one frame with the beginning of the next, and the rest after a pause', async () => {
    const fault = frameAndAHalf.make({ bytes: 2, pause: 30 });
    expect(fault.together).toBe(2);
    const plan = applied(fault, two);
    expect(writes(plan)).toEqual(['0b41421c0d0b43', '441c0d']);
    expect(pauses(plan)).toEqual([30]);
    expect((await outcomeOf(plan)).seen).toEqual(['frame AB', 'frame CD', 'frame done']);
    expect(applied(fault)).toEqual(HONEST);
  });

  it('pipelined writes frame behind frame, with its spacing', () => {
    expect(pipelined.make().together).toBe(3);
    expect(applied(pipelined.make(), two)).toEqual(two);
    expect(applied(pipelined.make({ spacing: 4 }), two)).toEqual([two[0], { kind: 'pause', ms: 4 }, two[1]]);
  });

  it('out-of-order writes the second message first', async () => {
    expect((await outcomeOf(applied(outOfOrder.make(), two))).seen).toEqual(['frame CD', 'frame AB', 'frame done']);
  });

  it.each([
    ['start', '0b', 'junk nested-start'],
    ['end', '1c', 'junk missing-cr'],
  ] as const)('control-in-body puts a block character (%s) into the message', async (byte, hex, seen) => {
    const plan = applied(controlInBody.make({ byte, at: 4 }));
    expect(writes(plan)).toEqual([`${wholeHex.slice(0, 10)}${hex}${wholeHex.slice(10)}`]);
    expect((await outcomeOf(plan)).seen[0]).toMatch(new RegExp(`^${seen}`));
  });

  it.each([
    { junk: 'http', seen: 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n' },
    { junk: 'proxy', seen: 'PROXY TCP4 192.0.2.1 192.0.2.2 51234 2575\r\n' },
    { junk: 'bom', seen: '\ufeff' },
    { junk: 'lf', seen: '\n' },
  ] as const)('junk-before-start puts $junk before the frame', async ({ junk, seen }) => {
    const plan = applied(junkBeforeStart.make({ junk }));
    const hex = writes(plan).join('');
    expect(hex).toBe(Buffer.from(seen).toString('hex') + wholeHex);
    expect((await outcomeOf(plan)).seen).toEqual([`junk before-start ${seen}`, `frame ${BODY}`, 'frame done']);
  });

  it('missing-start leaves the start block out', async () => {
    const plan = applied(missingStart.make());
    expect(writes(plan).join('')).toBe(wholeHex.slice(2));
    expect((await outcomeOf(plan)).seen.filter((text) => text.startsWith('frame'))).toEqual(['frame done']);
  });

  it('missing-end leaves the end out and is silent from then on', async () => {
    const plan = applied(missingEnd.make());
    expect(writes(plan).join('')).toBe(wholeHex.slice(0, -4));
    const { seen } = await outcomeOf(plan);
    expect(seen).toEqual([`junk truncated \x0b${BODY}`]);
  });

  it.each([
    { variant: 'fs', end: '1c' },
    { variant: 'fs-lf', end: '1c0a' },
    { variant: 'fs-cr-lf', end: '1c0d0a' },
    { variant: 'fs-fs-cr', end: '1c1c0d' },
  ] as const)('odd-terminator ends the frame with $variant', ({ variant, end }) => {
    expect(writes(applied(oddTerminator.make({ variant })))).toEqual([wholeHex.slice(0, -4) + end]);
  });

  it.each(['fin', 'rst'] as const)('cut-connection-in-frame cuts by %s, and no message arrives', async (how) => {
    const plan = applied(cutConnectionInFrame.make({ bytes: 4, how }));
    expect(writes(plan)).toEqual([wholeHex.slice(0, 10)]);
    expect(plan.at(-1)?.kind).toBe(how === 'fin' ? 'end' : 'reset');
    const { written, seen } = await outcomeOf(plan);
    expect(written).toBe('written');
    expect(seen.filter((text) => text.startsWith('frame'))).toEqual([]);
  });

  it('cut-connection-in-frame never lets a short message through', () => {
    expect(writes(applied(cutConnectionInFrame.make({ bytes: 5_000 })))).toEqual([wholeHex.slice(0, -6)]);
  });

  it('keep the end that a fault before them gave', () => {
    expect(applied(junkBeforeStart.make({ junk: 'lf' }), applied(missingEnd.make())).at(-1)).toEqual({
      kind: 'withhold',
    });
    expect(applied(missingStart.make(), applied(cutConnectionInFrame.make())).at(-1)).toEqual({ kind: 'end' });
  });

  it('and faults of timing can be put one behind the other', async () => {
    const plan = applied(byteByByte.make(), applied(junkBeforeStart.make({ junk: 'lf' })));
    expect(writes(plan)).toHaveLength(wholeHex.length / 2 + 1);
    expect((await outcomeOf(plan)).payloads.map(String)).toEqual([BODY, 'done']);
  });
});
