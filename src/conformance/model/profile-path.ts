/** One step down: the 1-based position of a child in its parent as the profile lists them, and which of its occurrences. */
export interface ProfileStep {
  readonly position: number;
  /** 1-based; `*` for all. */
  readonly instance: number | '*';
}

/** From an element down to its descendants, `5[*].1[1]`; no step (`.`) is the element itself. */
export type ProfilePath = readonly ProfileStep[];

const STEP = /^([1-9]\d{0,5})\[([1-9]\d{0,5}|\*)\]$/;

/** Reads `5[*].1[1]` or `.`; undefined where the text is no such path. */
export function readProfilePath(text: string): ProfilePath | undefined {
  if (text === '.') return [];
  const steps: ProfileStep[] = [];
  for (const part of text.split('.')) {
    const [, position, instance] = STEP.exec(part) ?? [];
    if (position === undefined || instance === undefined) return undefined;
    steps.push({ position: Number(position), instance: instance === '*' ? '*' : Number(instance) });
  }
  return steps;
}

export function writeProfilePath(path: ProfilePath): string {
  if (path.length === 0) return '.';
  return path.map(({ position, instance }) => `${position}[${instance}]`).join('.');
}

/** A path as the profile writes it, `5[*].1[1]` or `.`; the compiler reads it and names it where it is wrong. */
export type PathText = string;
