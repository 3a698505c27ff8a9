/** A name on the way down to an element: of a group, a segment or the message. */
export interface NamedStep {
  readonly name: string;
  /** Which of several places of that name among the same siblings, 1-based: `ROL(2)`. */
  readonly ordinal?: number;
  /** `OBX[1]`: which occurrence; all where nothing is said. */
  readonly instance?: number | '*';
  /** Other groups may stand between the name before and this one: `ORDER..OBX`. */
  readonly isAnywhereBelow: boolean;
}

/** An element as people name it: `PID-3.1`, `ORDER.NTE-3`, `ORDER.TIMING`, `OBX[1]-5`. */
export interface ElementPath {
  readonly text: string;
  /** The last one is the group or segment itself. */
  readonly names: readonly NamedStep[];
  readonly field?: number;
  /** Which repetition of the field; all where nothing is said. */
  readonly repetition?: number | '*';
  /** Component and subcomponent; as many levels as the data types have. */
  readonly components: readonly number[];
}

const PATH =
  /^(?<names>[A-Za-z0-9_]+(?:[.()[\]*A-Za-z0-9_]*[A-Za-z0-9_)\]])?)(?:-(?<field>[1-9]\d{0,3})(?:\[(?<repetition>[1-9]\d{0,5}|\*)\])?(?<components>(?:\.[1-9]\d{0,3})*))?$/;
const NAME = /^(?<name>[A-Za-z0-9_]+)(?:\((?<ordinal>[1-9]\d?)\))?(?:\[(?<instance>[1-9]\d{0,5}|\*)\])?$/;

/** undefined where the text names no element. */
export function readElementPath(text: string): ElementPath | undefined {
  const groups = PATH.exec(text)?.groups;
  const names = groups?.['names'] === undefined ? undefined : readNames(groups['names']);
  if (groups === undefined || names === undefined) return undefined;
  const { field, repetition, components = '' } = groups;
  return {
    text,
    names,
    ...(field === undefined ? {} : { field: Number(field) }),
    ...(repetition === undefined ? {} : { repetition: occurrence(repetition) }),
    components: components.split('.').slice(1).map(Number),
  };
}

function readNames(text: string): readonly NamedStep[] | undefined {
  const steps: NamedStep[] = [];
  let isAnywhereBelow = false;
  for (const part of text.split('.')) {
    if (part === '' && !isAnywhereBelow && steps.length > 0) {
      isAnywhereBelow = true;
      continue;
    }
    const { name, ordinal, instance } = NAME.exec(part)?.groups ?? {};
    if (name === undefined) return undefined;
    steps.push({
      name,
      ...(ordinal === undefined ? {} : { ordinal: Number(ordinal) }),
      ...(instance === undefined ? {} : { instance: occurrence(instance) }),
      isAnywhereBelow,
    });
    isAnywhereBelow = false;
  }
  return isAnywhereBelow ? undefined : steps;
}

function occurrence(text: string): number | '*' {
  return text === '*' ? '*' : Number(text);
}

const RELATIVE = /^\.(?:[1-9]\d{0,3}(?:\.[1-9]\d{0,3})*)?$/;

/** `.`, `.4`, `.4.1`: from the element itself down its components. */
export function readRelativePath(text: string): readonly number[] | undefined {
  if (!RELATIVE.test(text)) return undefined;
  return text === '.' ? [] : text.slice(1).split('.').map(Number);
}
