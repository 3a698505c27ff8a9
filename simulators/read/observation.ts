import type { Segment } from '../../src/hl7/segment.js';
import type { ObservationStatus } from '../../src/messages/facts.js';
import type { Coded } from '../../src/population/facts.js';
import { isObservationStatus } from '../status/observation-status.js';
import { allOf, notesAfter, type OrderGroup } from './order-groups.js';
import { coded, time, valued } from './values.js';

/** What a report says about one pair of OBX-3 and OBX-4: all OBX that share the pair, as one unit. */
export interface ReportedObservation {
  readonly id: Coded;
  /** OBX-4. */
  readonly subId: string;
  /** OBX-2 of the first. */
  readonly valueType: string;
  /** OBX-5, one entry for each OBX and repetition, as text with its components. */
  readonly values: readonly string[];
  readonly unit: string;
  readonly range: string;
  readonly flags: readonly string[];
  readonly status: ObservationStatus;
  readonly observedAt?: Date;
  readonly notes: readonly string[];
}

export interface ReadObservations {
  readonly observations: readonly ReportedObservation[];
  /** What does not fit the standard: a pair with several statuses, an OBX without one. */
  readonly defects: readonly string[];
}

export function readObservations(group: OrderGroup): ReadObservations {
  const units = new Map<string, Segment[]>();
  for (const obx of allOf(group, 'OBX')) {
    const pair = `${obx.get('3.1') ?? ''}|${obx.get('4') ?? ''}`;
    units.set(pair, [...(units.get(pair) ?? []), obx]);
  }
  const readings = [...units.values()].map((unit) => readUnit(group, unit));
  return {
    observations: readings.flatMap(({ observation }) => observation ?? []),
    defects: readings.flatMap(({ defects }) => defects),
  };
}

interface Reading {
  readonly observation?: ReportedObservation;
  readonly defects: readonly string[];
}

function readUnit(group: OrderGroup, unit: readonly Segment[]): Reading {
  const [first] = unit;
  const statuses = new Set(unit.map((obx) => obx.get('11') ?? ''));
  const [status = ''] = statuses;
  const id = coded(first, '3');
  if (first === undefined || id === undefined) return { defects: ['an OBX without OBX-3'] };
  const place = `OBX-3 ${id.code}`;
  if (!isObservationStatus(status))
    return { defects: [`${place} has the result status '${status}', which is not in table 0085`] };
  const mixed = statuses.size > 1 && ![...statuses].every((one) => one === 'D' || one === 'X' || one === status);
  const observedAt = time(first, '14');
  return {
    observation: {
      id,
      subId: first.get('4') ?? '',
      valueType: first.get('2') ?? '',
      values: unit.flatMap(readValues),
      unit: valued(first, '6.1') ?? '',
      range: valued(first, '7') ?? '',
      flags: unit.flatMap(readFlags),
      status,
      ...(observedAt && { observedAt }),
      notes: unit.flatMap((obx) => notesAfter(group, obx)),
    },
    defects: mixed ? [`${place} has OBX of one pair with different statuses`] : [],
  };
}

function readValues(obx: Segment): readonly string[] {
  return Array.from({ length: obx.repetitions(5) }, (_, i) => {
    const raw = obx.rawText(`5[${i + 1}]`) ?? '';
    const isPlain = obx.get(`5[${i + 1}].2`) === undefined;
    return isPlain ? (obx.get(`5[${i + 1}]`) ?? '') : raw;
  });
}

function readFlags(obx: Segment): readonly string[] {
  return Array.from({ length: obx.repetitions(8) }, (_, i) => obx.get(`8[${i + 1}]`) ?? '').filter(
    (flag) => flag !== '',
  );
}
