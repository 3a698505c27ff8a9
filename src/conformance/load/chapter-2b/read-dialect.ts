import type { Assertion } from '../../model/assertion.js';
import { attribute } from '../xml/attributes.js';
import { doubt, type Reading, refuse } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import { type Lineage, type Location, pathFrom, readLocation } from './lineage.js';

const LOCATIONS = ['location', 'locationContent', 'location1'] as const;

/** Where the rule stands, and how many levels above that its paths start. */
export interface RuleStand {
  readonly lineage: Lineage;
  readonly anchor: number;
}

/**
 * How far up a rule reaches: so many levels above its element must it be attached. A place outside of the message, or none at
 * all, is an error, and gives undefined.
 */
export function reachOf(reading: Reading, element: XmlElement, lineage: Lineage): number | undefined {
  let reach: number | undefined = 0;
  for (const name of LOCATIONS) {
    const text = element.attributes[name];
    if (text === undefined) continue;
    const location = readLocation(text);
    if (location !== undefined && location.up <= lineage.length) {
      if (reach !== undefined) reach = Math.max(reach, location.up);
      continue;
    }
    const message = `${name}="${text}" of <${element.name}> is no place in the message`;
    refuse(reading, element, 'bad-path', message, 'Write ".", "./2/1" for what is inside, "../3" for a neighbour.');
    reach = undefined;
  }
  for (const child of element.children) {
    const further = reachOf(reading, child, lineage);
    reach = reach === undefined || further === undefined ? undefined : Math.max(reach, further);
  }
  return reach;
}

type ReadDialect = (reading: Reading, element: XmlElement, stand: RuleStand) => Assertion | undefined;

/** The computable rules that NIST added to chapter 2.B, by element name in small letters: tools differ in that. */
const READERS: ReadonlyMap<string, ReadDialect> = new Map(
  Object.entries<ReadDialect>({
    plaintext: (_, element, stand) => {
      const path = at(element, 'location', stand);
      if (element.attributes['locationContent'] === undefined) {
        return { kind: 'plain-text', path, text: attribute(element, 'value'), ignoreCase: false };
      }
      return { kind: 'path-value', path1: path, operator: 'EQ', path2: at(element, 'locationContent', stand) };
    },
    regex: (_, element, stand) => ({
      kind: 'format',
      path: at(element, 'location', stand),
      regex: attribute(element, 'regex'),
    }),
    list: (_, element, stand) => ({
      kind: 'string-list',
      path: at(element, 'location', stand),
      values: attribute(element, 'csv').split(','),
    }),
    valued: (_, element, stand) => ({ kind: 'presence', path: at(element, 'location', stand) }),
    sequenceid: readSequence,
    not: (reading, element, stand) => {
      const [of] = operands(reading, element, stand, 1) ?? [];
      return of && { kind: 'not', of };
    },
    and: (reading, element, stand) => combined(reading, element, stand, 'and'),
    or: (reading, element, stand) => combined(reading, element, stand, 'or'),
    xor: (reading, element, stand) => readPair(reading, element, stand, 'xor'),
    if: (reading, element, stand) => readPair(reading, element, stand, 'implies'),
    imply: (reading, element, stand) => readPair(reading, element, stand, 'implies'),
  }),
);

/** The first assertion in `<Assertion>` or `<Condition>`. */
export function readDialect(reading: Reading, holder: XmlElement, stand: RuleStand): Assertion | undefined {
  return operands(reading, holder, stand, 1)?.[0];
}

function readOne(reading: Reading, element: XmlElement, stand: RuleStand): Assertion | undefined {
  const read = READERS.get(element.name.toLowerCase());
  return read === undefined ? notExecutable(reading, element) : read(reading, element, stand);
}

/** Program code, and what no example of the dialect has shown: said with each message instead of passed over. */
function notExecutable(reading: Reading, element: XmlElement): Assertion {
  const { className, ...parameters } = element.attributes;
  if (element.name !== 'Custom') {
    const message = `<${element.name}> is no assertion that is known; it will be reported as not executable`;
    doubt(
      reading,
      element,
      'unknown-assertion',
      message,
      'Write PlainText, Regex, List, Valued, SequenceID, AND, OR or NOT.',
    );
  }
  return { kind: 'plugin', name: className ?? element.name, parameters };
}

/** At least `min` assertions; undefined where there are fewer, or one of them is wrong. */
function operands(
  reading: Reading,
  element: XmlElement,
  stand: RuleStand,
  min: number,
): readonly Assertion[] | undefined {
  if (element.children.length < min) {
    const message = `<${element.name}> needs ${min} of what must hold and has ${element.children.length}`;
    refuse(reading, element, 'missing-assertion', message, 'Put it in, or take the rule out.');
    return undefined;
  }
  const assertions = element.children.flatMap((child) => readOne(reading, child, stand) ?? []);
  return assertions.length === element.children.length ? assertions : undefined;
}

function combined(reading: Reading, element: XmlElement, stand: RuleStand, kind: 'and' | 'or'): Assertion | undefined {
  const of = operands(reading, element, stand, 2);
  const [left, right] = of ?? [];
  if (of === undefined || left === undefined || right === undefined) return undefined;
  if (of.length === 2) return { kind, left, right };
  return { kind: kind === 'and' ? 'for-all' : 'exists', of };
}

function readPair(
  reading: Reading,
  element: XmlElement,
  stand: RuleStand,
  kind: 'xor' | 'implies',
): Assertion | undefined {
  const [left, right] = operands(reading, element, stand, 2) ?? [];
  return left && right && { kind, left, right };
}

/** `location` is the number of the occurrence of `location1`, which is one of the elements around it. */
function readSequence(reading: Reading, element: XmlElement, { lineage, anchor }: RuleStand): Assertion {
  const value = readLocation(attribute(element, 'location'));
  const counted = readLocation(attribute(element, 'location1'));
  if (value === undefined || counted === undefined || counted.up < value.up || counted.down.length > 0) {
    return notExecutable(reading, element);
  }
  const counter: Assertion = { kind: 'set-id', path: pathFrom(lineage, counted.up, value, 1) };
  if (counted.up === anchor) return counter;
  return { kind: 'sub-context', path: pathFrom(lineage, anchor, counted, '*'), assertion: counter };
}

/** Places were checked by `reachOf`. */
function at(element: XmlElement, name: string, { lineage, anchor }: RuleStand): string {
  const location: Location | undefined = readLocation(attribute(element, name));
  return location === undefined ? '' : pathFrom(lineage, anchor, location, '*');
}
