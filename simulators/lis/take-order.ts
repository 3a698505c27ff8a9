import type { Department, Taken } from '../filler/department.js';
import { testByCode } from './catalogue.js';
import type { LabOrder } from './lis-state.js';

/** The laboratory takes what its catalogue holds. */
export const takeLabOrder: Department<LabOrder>['take'] = (base, named): Taken<LabOrder> => {
  const { service, specimen } = base.order;
  const test = named.map(testByCode).find((found) => found !== undefined);
  if (test === undefined) {
    return {
      kind: 'refused',
      reason: `test ${service.code || 'without a code'} is not in the catalogue of this laboratory`,
    };
  }
  return { kind: 'taken', order: { ...base, test, observations: [], ...(specimen && { specimen }) } };
};

/** XO: another priority, time or specimen, also another test, as long as nothing has been received. */
export const changeLabOrder: Department<LabOrder>['change'] = (known, wanted) => {
  const test = testByCode(wanted.service);
  if (test === undefined) return { refused: `test ${wanted.service.code} is not in the catalogue of this laboratory` };
  const { control, enteredAt } = known.order;
  return { ...known, test, order: { ...wanted, control, enteredAt, numbers: known.order.numbers } };
};
