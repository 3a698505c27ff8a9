import type { Assertion } from '../../model/assertion.js';
import { doubt, type Reading, refuse } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import { VALUE_ASSERTIONS } from './value-assertions.js';

type ReadAssertion = (reading: Reading, element: XmlElement) => Assertion | undefined;

/** One file per kind would hide that this is a list; each reader gives undefined after naming what is wrong. */
const LOGIC: Readonly<Record<string, ReadAssertion>> = {
  NOT: (reading, element) => {
    const [of] = operands(reading, element, 1, 1) ?? [];
    return of && { kind: 'not', of };
  },
  AND: (reading, element) => readPair(reading, element, 'and'),
  OR: (reading, element) => readPair(reading, element, 'or'),
  XOR: (reading, element) => readPair(reading, element, 'xor'),
  IMPLY: (reading, element) => readPair(reading, element, 'implies'),
  FORALL: (reading, element) => readList(reading, element, 'for-all'),
  EXIST: (reading, element) => readList(reading, element, 'exists'),
  SubContext: (reading, element) =>
    VALUE_ASSERTIONS.subContext(reading, element, operands(reading, element, 1, 1)?.[0]),
};

const READERS: ReadonlyMap<string, ReadAssertion> = new Map([
  ...Object.entries(LOGIC),
  ...Object.entries(VALUE_ASSERTIONS.byName),
]);

/** The assertion that an element is, `<Presence Path="5[1]"/>`. */
export function readAssertion(reading: Reading, element: XmlElement): Assertion | undefined {
  const read = READERS.get(element.name);
  if (read !== undefined) return read(reading, element);
  const message = `<${element.name}> is no assertion that is known`;
  refuse(reading, element, 'unknown-assertion', message, `Write one of ${[...READERS.keys()].join(', ')}.`);
  return undefined;
}

/** The assertion inside an `<Assertion>` or `<Condition>`: the first, as for the reference; others are named. */
export function readOnlyAssertion(reading: Reading, holder: XmlElement): Assertion | undefined {
  return operands(reading, holder, 1, 1)?.[0];
}

/** The assertions in an element; undefined where there are too few or one is wrong. */
function operands(reading: Reading, element: XmlElement, min: number, max: number): readonly Assertion[] | undefined {
  const assertions = element.children.slice(0, max).map((child) => readAssertion(reading, child));
  if (assertions.length < min) {
    const message = `<${element.name}> needs ${min === 1 ? 'an assertion' : `${min} assertions`} and has ${assertions.length}`;
    refuse(reading, element, 'missing-assertion', message, 'Put what must hold into it.');
    return undefined;
  }
  for (const extra of element.children.slice(max)) {
    const message = `<${extra.name}> has no effect: <${element.name}> takes ${max} ${max === 1 ? 'assertion' : 'assertions'}`;
    doubt(reading, extra, 'ignored-assertion', message, 'Join them with AND, OR, FORALL or EXIST.');
  }
  const known = assertions.filter((assertion) => assertion !== undefined);
  return known.length === assertions.length ? known : undefined;
}

function readPair(
  reading: Reading,
  element: XmlElement,
  kind: 'and' | 'or' | 'xor' | 'implies',
): Assertion | undefined {
  const [left, right] = operands(reading, element, 2, 2) ?? [];
  return left && right && { kind, left, right };
}

function readList(reading: Reading, element: XmlElement, kind: 'for-all' | 'exists'): Assertion | undefined {
  const of = operands(reading, element, 1, Number.POSITIVE_INFINITY);
  return of && { kind, of };
}
