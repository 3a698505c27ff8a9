import type { SimulatorTools } from '../../src/endpoint/simulator.js';
import type { ImagingNumbers } from '../../src/messages/facts.js';
import { IMAGING_PROCEDURES } from '../../src/population/catalogue/imaging.js';
import type { Coded, ImagingProcedure } from '../../src/population/facts.js';
import { ownNumber } from '../exchange/number.js';
import type { Department } from '../filler/department.js';
import { numberOf } from '../filler/tell.js';
import type { ImagingOrder } from './ris-state.js';

/** Radiology takes what it can examine, and gives accession and study their numbers at once. */
export const takeImagingOrder: Department<ImagingOrder>['take'] = (base, named, tools) => {
  const procedure = named.map(procedureByCode).find((found) => found !== undefined);
  if (procedure === undefined) {
    return { kind: 'refused', reason: `examination ${base.order.service.code || 'without a code'} is not done here` };
  }
  const imaging = numbers(numberOf(base), procedure, tools);
  const order = { ...base.order, imaging };
  return {
    kind: 'taken',
    order: { ...base, order, procedure, imaging, performed: false, charged: false, observations: [] },
  };
};

/** XO: the numbers of accession and study stay. */
export const changeImagingOrder: Department<ImagingOrder>['change'] = (known, wanted) => {
  const procedure = procedureByCode(wanted.service);
  if (procedure === undefined) return { refused: `examination ${wanted.service.code} is not done here` };
  const { control, enteredAt, numbers: given } = known.order;
  return { ...known, procedure, order: { ...wanted, control, enteredAt, numbers: given, imaging: known.imaging } };
};

function procedureByCode({ code }: Coded): ImagingProcedure | undefined {
  return IMAGING_PROCEDURES.find((procedure) => procedure.code === code);
}

function numbers(filler: string, { modality }: ImagingProcedure, tools: SimulatorTools): ImagingNumbers {
  return {
    accession: ownNumber(tools, 'accession', filler),
    requestedProcedure: ownNumber(tools, 'procedure', filler),
    studyInstanceUid: studyUid(filler, tools),
    scheduledStep: ownNumber(tools, 'step', filler),
    modality,
  };
}

const UID_DIGITS = 36;

/** DICOM PS3.5 B.2: 2.25 and a number in decimal, at most 64 characters together, without a leading zero. */
function studyUid(filler: string, tools: SimulatorTools): string {
  const random = tools.random('study', filler);
  const rest = Array.from({ length: UID_DIGITS - 1 }, () => random.integer(0, 9)).join('');
  return `2.25.${random.integer(1, 2)}${rest}`;
}
