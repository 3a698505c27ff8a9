import { type ProfilePath, type ProfileStep, writeProfilePath } from '../../model/profile-path.js';

/** The way from the message down to an element, the element's own step last; empty for the message itself. */
export type Lineage = ProfilePath;

/** A step to a child; where it cannot repeat, the first occurrence is all there is. */
export function stepTo(position: number, canRepeat: boolean): ProfileStep {
  return { position, instance: canRepeat ? '*' : 1 };
}

/** A step down whose occurrence may be left open. */
type LooseStep = Pick<ProfileStep, 'position'> & Partial<ProfileStep>;

/** A place as the dialect names it, seen from the element that states the rule: so many levels up, then down by position. */
export interface Location {
  readonly up: number;
  readonly down: readonly LooseStep[];
}

const STEP = /^([1-9]\d{0,4})(?:\[([1-9]\d{0,4}|\*)\])?$/;

/** Reads `.`, `./2/1`, `../3`, `../../2/16`, `./5[2]/7`; undefined where it is no such place. */
export function readLocation(text: string): Location | undefined {
  const parts = text.trim().split('/');
  if (parts[0] === '.') parts.shift();
  const firstDown = parts.findIndex((part) => part !== '..');
  const up = firstDown < 0 ? parts.length : firstDown;
  const down = parts.slice(up).map(readStep);
  const known = down.filter((step) => step !== undefined);
  return known.length === down.length ? { up, down: known } : undefined;
}

function readStep(text: string): LooseStep | undefined {
  const [, position, instance] = STEP.exec(text) ?? [];
  if (position === undefined) return undefined;
  if (instance === undefined) return { position: Number(position) };
  return { position: Number(position), instance: instance === '*' ? '*' : Number(instance) };
}

/**
 * The path to a location from the element `anchor` levels above the stating one, which must not be below the location's own
 * turning point. `instance` is that of the steps down that leave it open.
 */
export function pathFrom(lineage: Lineage, anchor: number, location: Location, instance: '*' | 1): string {
  const between = lineage.slice(lineage.length - anchor, lineage.length - location.up);
  return writeProfilePath([...between, ...location.down.map((step) => ({ instance, ...step }))]);
}
