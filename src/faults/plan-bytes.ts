import type { WireAction, WirePlan } from '../mllp/wire-plan.js';

/** Every byte that a plan writes. */
export function writtenBytes(plan: WirePlan): Buffer {
  return Buffer.concat(plan.flatMap((action) => (action.kind === 'write' ? [action.bytes] : [])));
}

export function write(bytes: Buffer): WireAction {
  return { kind: 'write', bytes };
}

/** The plan's bytes, changed, in one write. Cuts and pauses are lost, so faults of timing come after faults of bytes. */
export function withBytes(plan: WirePlan, edit: (bytes: Buffer) => Buffer): WirePlan {
  return [write(edit(writtenBytes(plan))), ...plan.filter(isEnding)];
}

/** The plan with each of its writes cut at `cuts(bytes)`, ascending places in that write, and `gapMs` between the pieces. */
export function split(plan: WirePlan, gapMs: number, cuts: (bytes: Buffer) => readonly number[]): WirePlan {
  return plan.flatMap((action) =>
    action.kind === 'write' ? pieces(action.bytes, cuts(action.bytes), gapMs) : [action],
  );
}

function pieces(bytes: Buffer, cuts: readonly number[], gapMs: number): readonly WireAction[] {
  const inside = cuts.filter((cut) => cut > 0 && cut < bytes.length);
  return [...inside, bytes.length].flatMap((to, i) => {
    const piece = write(bytes.subarray(inside[i - 1] ?? 0, to));
    return i > 0 && gapMs > 0 ? [{ kind: 'pause', ms: gapMs } as const, piece] : [piece];
  });
}

function isEnding(action: WireAction): boolean {
  return action.kind === 'reset' || action.kind === 'end' || action.kind === 'withhold';
}
