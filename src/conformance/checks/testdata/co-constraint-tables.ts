import { expect } from 'vitest';
import type {
  CoConstraint,
  CoConstraintCell,
  CoConstraintContext,
  CoConstraintTable,
} from '../../model/co-constraint.js';
import type { Cardinality } from '../../model/usage.js';
import { type CodedRules, judge, type ModeName, told, valueSet } from './coded-profile.js';

const BOTH = [
  { code: '1[1]', system: '3[1]', position: 1 },
  { code: '4[1]', system: '6[1]', position: 4 },
];
export const MODES: readonly ModeName[] = ['nist', 'pipehat'];
const SET = valueSet('SET', 'Y:S1 N:S1 P:S1:P E:S1:E');

export const isCode = (code: string): CoConstraintCell => ({
  kind: 'code',
  path: '3[1]',
  name: 'OBX-3',
  code,
  system: 'LN',
  locations: BOTH,
});
export const isText = (path: string, value: string): CoConstraintCell => ({ kind: 'plain-text', path, name: path, value });
export const inSet = (path: string, ...sets: readonly string[]): CoConstraintCell => {
  const binding = { target: '.', strength: 'R', locations: [{ code: '1[1]', system: '3[1]' }], sets } as const;
  return { kind: 'value-set', path, name: path, bindings: [binding] };
};

export const MANY: Cardinality = { min: 0, max: Number.POSITIVE_INFINITY };

export function row(
  usage: CoConstraint['usage'],
  cardinality: Cardinality,
  selectors: readonly CoConstraintCell[],
  ...constraints: readonly CoConstraintCell[]
): CoConstraint {
  return { usage, cardinality, selectors, constraints };
}

export function rules(table: Partial<CoConstraintTable>, paths: Partial<CoConstraintContext> = {}): CodedRules {
  const whole = { groupIds: [{ priority: 1, path: '4[1]', name: 'OBX-4' }], rows: [], groups: [], ...table };
  const context = {
    message: 'TST',
    contextName: 'ORDER',
    contextPath: '3[*]',
    segmentName: 'OBX',
    segmentPath: '2[*]',
  };
  return { sets: [SET], coConstraints: [{ ...context, tables: [whole], ...paths }] };
}

/** `code:OBX-2:OBX-4:OBX-5` a segment, in orders separated by `/`. */
export function orders(text: string): string {
  return text
    .split('/')
    .map((order) => {
      const segments = order.trim().split(/\s+/).filter(Boolean);
      return ['ORC|1', ...segments.map(obx)].join('\n');
    })
    .join('\n');
}

function obx(text: string): string {
  const [code = '', type = '', id = '', value = ''] = text.split(':');
  return `OBX||${type}|${code}^^LN|${id}|${value}`;
}

export function expectBoth(table: Partial<CoConstraintTable>, text: string, expected: readonly string[]): void {
  for (const mode of MODES) expect(told(judge(rules(table), orders(text), mode))).toEqual(expected);
}
