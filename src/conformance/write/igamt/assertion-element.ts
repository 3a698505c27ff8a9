import { never } from '../../../base/never.js';
import type { Assertion, Quantity, WhenAbsent } from '../../model/assertion.js';
import type { Losses } from '../losses.js';
import { type XmlNode, xml } from '../xml.js';

/** An assertion as Constraints.xml has it. `place` names its rule where something is lost. */
export function assertionElement(assertion: Assertion, losses: Losses, place: string): XmlNode {
  const inner = (one: Assertion): XmlNode => assertionElement(one, losses, place);
  switch (assertion.kind) {
    case 'not':
      return xml('NOT', {}, [inner(assertion.of)]);
    case 'and':
    case 'or':
    case 'xor':
    case 'implies':
      return xml(JOINED[assertion.kind], {}, [inner(assertion.left), inner(assertion.right)]);
    case 'for-all':
    case 'exists':
      return xml(assertion.kind === 'for-all' ? 'FORALL' : 'EXIST', {}, assertion.of.map(inner));
    case 'sub-context':
      return xml(
        'SubContext',
        {
          Path: assertion.path,
          AtLeastOnce: flag(assertion.atLeastOnce),
          MinOccurrence: number(assertion.min),
          MaxOccurrence: number(assertion.max),
          NotPresentBehavior: assertion.whenAbsent,
        },
        [inner(assertion.assertion)],
      );
    default:
      return simpleElement(assertion, losses, place);
  }
}

const JOINED = { and: 'AND', or: 'OR', xor: 'XOR', implies: 'IMPLY' } as const;
type Joining = 'not' | keyof typeof JOINED | 'for-all' | 'exists' | 'sub-context';

function simpleElement(
  assertion: Exclude<Assertion, { readonly kind: Joining }>,
  losses: Losses,
  place: string,
): XmlNode {
  switch (assertion.kind) {
    case 'presence':
      return xml('Presence', { Path: assertion.path });
    case 'is-null':
      return xml('isNULL', { Path: assertion.path });
    case 'set-id':
      return xml('SetID', { Path: assertion.path });
    case 'iz-set-id':
      return xml('IZSetID', { Parent: assertion.parent, Element: assertion.element });
    case 'plain-text':
      return xml('PlainText', { ...valued(assertion), Text: assertion.text, IgnoreCase: String(assertion.ignoreCase) });
    case 'format':
      return xml('Format', { ...valued(assertion), Regex: assertion.regex });
    case 'string-list':
    case 'number-list': {
      if (assertion.values.some((value) => value.includes(','))) losses.add('values with a comma in a list', place);
      const CSV = assertion.values.join(',');
      return assertion.kind === 'number-list'
        ? xml('NumberList', { ...valued(assertion), CSV })
        : xml('StringList', { ...valued(assertion), CSV, IgnoreCase: flag(assertion.ignoreCase) });
    }
    case 'string-format':
      return xml('StringFormat', { ...valued(assertion), Format: assertion.format });
    case 'simple-value': {
      const { operator: Operator, value: Value, type: Type } = assertion;
      return xml('SimpleValue', { ...valued(assertion), Operator, Value, Type, ...comparison(assertion) });
    }
    case 'path-value':
      return pathValue(assertion);
    case 'complex-path-value': {
      const { path1: Path1, operator: Operator, path2: Path2, strict, whenAbsent } = assertion;
      return xml('ComplexPathValue', {
        Path1,
        Operator,
        Path2,
        Strict: String(strict),
        NotPresentBehavior: whenAbsent,
      });
    }
    case 'value-set':
      return valueSet(assertion, losses, place);
    case 'plugin':
      return xml('Plugin', { QualifiedClassName: assertion.name, ...assertion.parameters });
    default:
      return never(assertion);
  }
}

function pathValue(assertion: Extract<Assertion, { readonly kind: 'path-value' }>): XmlNode {
  const { path1: Path1, operator: Operator, path2: Path2, path1Mode, path2Mode, whenAbsent } = assertion;
  return xml('PathValue', {
    Path1,
    Operator,
    Path2,
    Path1Mode: path1Mode === undefined ? undefined : String(path1Mode),
    Path2Mode: path2Mode === undefined ? undefined : String(path2Mode),
    ...comparison(assertion),
    NotPresentBehavior: whenAbsent,
  });
}

/** Locations are numbers of components there, at most two, with the code system two further on. */
function valueSet(
  assertion: Extract<Assertion, { readonly kind: 'value-set' }>,
  losses: Losses,
  place: string,
): XmlNode {
  const { path: Path, valueSet: ValueSetID, strength = 'R', locations, whenAbsent } = assertion;
  const positions = locations.map(({ code, system }) => {
    const [, position] = /^(\d+)\[1\]$/.exec(code) ?? [];
    const isUsual = position !== undefined && (system === undefined || system === `${Number(position) + 2}[1]`);
    if (!isUsual) losses.add('locations of codes in an assertion about a value set', place);
    return position ?? '1';
  });
  if (positions.length > 2) losses.add('locations of codes in an assertion about a value set', place);
  return xml('ValueSet', {
    Path,
    ValueSetID,
    BindingStrength: strength,
    BindingLocation: positions.length === 0 ? '1' : positions.slice(0, 2).join(':'),
    NotPresentBehavior: whenAbsent,
  });
}

function valued(assertion: Quantity & { readonly path: string; readonly whenAbsent?: WhenAbsent }) {
  return {
    Path: assertion.path,
    AtLeastOnce: flag(assertion.atLeastOnce),
    Min: number(assertion.min ?? (assertion.max === undefined ? undefined : 0)),
    Max: number(assertion.max),
    NotPresentBehavior: assertion.whenAbsent,
  };
}

function comparison(assertion: { readonly truncated?: boolean; readonly identicalEquality?: boolean }) {
  return { Truncated: flag(assertion.truncated), IdenticalEquality: flag(assertion.identicalEquality) };
}

function flag(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function number(value: number | undefined): string | undefined {
  if (value === undefined) return undefined;
  return value === Number.POSITIVE_INFINITY ? '*' : String(value);
}
