import type { Examination } from '../examination.js';
import { NONE } from '../instance/instance-tree.js';
import { firstAt } from '../instance/navigate.js';
import { placeOf } from '../instance/place.js';
import { simpleValue } from '../instance/value.js';
import type { ValueForm } from '../plan/value-form.js';
import type { FindingCode } from '../report/finding-codes.js';

/** What the parts of a composite must be together: structured numerics, universal ids, encapsulated data. */
export function checkComposite(x: Examination, node: number, form: ValueForm): void {
  switch (form) {
    case 'structured-numeric':
      checkOneOf(x, node, 1, ['>', '<', '>=', '<=', '=', '<>'], 'comparator');
      checkOneOf(x, node, 3, ['-', '+', '/', '.', ':'], 'separator or suffix');
      break;
    case 'hierarchic-designator':
      checkUniversalId(x, node, 2, 3);
      break;
    case 'entity-identifier':
      checkUniversalId(x, node, 3, 4);
      break;
    case 'encapsulated-data':
      checkEncapsulated(x, node);
      break;
    default:
  }
}

function checkOneOf(x: Examination, node: number, position: number, allowed: readonly string[], what: string): void {
  const part = firstAt(x.tree, node, position);
  if (part === NONE || allowed.includes(simpleValue(x.tree, part))) return;
  report(
    x,
    'format-comparator',
    part,
    `the ${what} of a structured numeric is none of ${allowed.join(' ')}`,
    allowed.join(' '),
  );
}

/** By the type of the id, table 0301. A name in a URI, a local id or an X.400 name may be anything. */
const UNIVERSAL: Readonly<Record<string, { readonly pattern: RegExp; readonly words: string }>> = {
  ISO: { pattern: /^[0-2](?:\.(?:0|[1-9]\d*))+$/, words: 'an OID, 2.16.840.1.113883' },
  UUID: { pattern: /^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/, words: 'a UUID' },
  GUID: { pattern: /^\{?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?$/, words: 'a GUID' },
  DNS: { pattern: /^[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63})*\.?$/, words: 'an Internet name' },
  URI: { pattern: /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/, words: 'a URI' },
};

function checkUniversalId(x: Examination, node: number, idAt: number, typeAt: number): void {
  const { tree } = x;
  const type = firstAt(tree, node, typeAt);
  const id = firstAt(tree, node, idAt);
  if (type === NONE || id === NONE) return;
  const form = UNIVERSAL[simpleValue(tree, type)];
  if (form === undefined || form.pattern.test(simpleValue(tree, id))) return;
  report(x, 'format-universal-id', id, `the universal id is not ${form.words}, as its type says`, form.words);
}

const ENCODED: Readonly<Record<string, RegExp>> = {
  Base64: /^(?:[A-Za-z0-9+/]|\s)*={0,2}\s*$/,
  Hex: /^[0-9A-Fa-f\s]*$/,
};

/** ED-5 is in the encoding of ED-4 (table 0299). The escaped form of characters counts as what it stands for. */
function checkEncapsulated(x: Examination, node: number): void {
  const { tree } = x;
  const encoding = firstAt(tree, node, 4);
  const data = firstAt(tree, node, 5);
  if (encoding === NONE || data === NONE) return;
  const name = simpleValue(tree, encoding);
  const pattern = ENCODED[name];
  if (pattern === undefined || pattern.test(simpleValue(tree, data))) return;
  report(x, 'format-encapsulated-data', data, `the data are not ${name}, as the encoding says`, name);
}

function report(x: Examination, code: FindingCode, node: number, message: string, expected: string): void {
  const place = placeOf(x.tree, node);
  x.report.add({ code, place, message, expected, actual: simpleValue(x.tree, node).slice(0, MOST_SHOWN) });
}

/** Characters: enough to recognise the value, whatever its size. */
const MOST_SHOWN = 200;
