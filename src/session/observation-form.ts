import { firstOf, type OrderGroup } from '../../simulators/read/order-groups.js';
import type { Segment } from '../hl7/segment.js';
import { parseTimestamp } from '../hl7/timestamp.js';
import { rangeOf, sideOf } from './printed-range.js';

/** What is wrong with a value as OBX-2, OBX-5 and OBX-11 state it, in a report of the status that OBR-25 of its group says. */
export function valueProblems(obx: Segment, group: OrderGroup): readonly string[] {
  return [...identified(obx), ...typed(obx), ...fitting(obx, group)];
}

/** What is wrong with the unit, the range or the flag of a number; other values may do without. */
export function flagProblems(obx: Segment): readonly string[] {
  return obx.get('2') === 'NM' ? flagged(obx) : [];
}

function identified(obx: Segment): readonly string[] {
  return obx.get('3.1') === undefined ? ['OBX-3: expected a code, actual nothing'] : [];
}

/** What OBX-5 must look like; a type that is not here may hold anything. */
const FORMS: Readonly<Record<string, (obx: Segment) => boolean>> = {
  NM: (obx) => /^[+-]?(\d+\.?\d*|\.\d+)$/.test(obx.get('5') ?? ''),
  SN: (obx) => /^(|[<>]=?|=|<>)$/.test(obx.get('5.1') ?? '') && /^[+-]?\d+(\.\d+)?$/.test(obx.get('5.2') ?? ''),
  DT: (obx) => /^\d{4}(\d{2}){0,2}$/.test(obx.get('5') ?? ''),
  TS: (obx) => parseTimestamp(obx.get('5.1') ?? '') !== undefined,
  DTM: (obx) => parseTimestamp(obx.get('5') ?? '') !== undefined,
  CE: isCoded,
  CWE: isCoded,
  ED: (obx) => obx.get('5.4') === 'Base64' && /^[A-Za-z0-9+/\s]+=*$/.test(obx.get('5.5') ?? ''),
};

const OTHER_TYPES = /^(ST|TX|FT|TM|RP|AD|XAD|CX|CF|CK|CNE|CP|EI|MO|NA|MA|PN|XPN|TN|XTN|XCN|XON|ID|IS|SI|DR)$/;

function isCoded(obx: Segment): boolean {
  return (obx.get('5.1') ?? obx.get('5.2')) !== undefined;
}

/** Statuses that say why there is no value, or that the one sent before still stands. */
const WITHOUT_VALUE = new Set(['I', 'X', 'D', 'N', 'O', 'U', 'W']);

function typed(obx: Segment): readonly string[] {
  const [type, text] = [obx.get('2') ?? '', obx.rawText('5') ?? ''];
  if (text === '') return WITHOUT_VALUE.has(obx.get('11') ?? '') ? [] : ['OBX-5: expected a value, actual nothing'];
  const form = FORMS[type];
  if (form === undefined)
    return OTHER_TYPES.test(type) ? [] : [`OBX-2: expected a type of table 0125, actual "${type}"`];
  return form(obx) ? [] : [`OBX-5: expected a value of type ${type}, actual "${text}"`];
}

/** Table 0085 by the status of the report (OBR-25, table 0123). */
const FITTING: Readonly<Record<string, string>> = { P: 'PRSIFNX', A: 'PRSIFNX', F: 'FCDUWXN', C: 'FCDUWXN' };

function fitting(obx: Segment, group: OrderGroup): readonly string[] {
  const report = firstOf(group, 'OBR')?.get('25') ?? '';
  const allowed = FITTING[report];
  const status = obx.get('11') ?? '';
  if (allowed === undefined || (status.length === 1 && allowed.includes(status))) return [];
  const wanted = [...allowed].join(', ');
  return [`OBX-11: expected one of ${wanted} in a report with OBR-25 ${report}, actual "${status}"`];
}

/** Table 0078 by the side of the range; A and AA name none. */
const FLAGS = { below: /^(L|LL|<|A|AA)$/, within: /^(N|)$/, above: /^(H|HH|>|A|AA)$/ };

function flagged(obx: Segment): readonly string[] {
  const [unit, printed, flag] = [obx.get('6.1'), obx.get('7'), obx.get('8') ?? ''];
  const range = printed === undefined ? undefined : rangeOf(printed);
  if (unit === undefined) return ['OBX-6: expected a unit, actual nothing'];
  if (range === undefined) return [`OBX-7: expected a range such as 3.5-5.1, actual "${printed ?? ''}"`];
  const side = sideOf(Number(obx.get('5')), range);
  if (FLAGS[side].test(flag)) return [];
  return [`OBX-8: expected a flag for a value ${side} ${printed}, actual "${flag}" for ${obx.get('5')}`];
}
