import { AssertionError } from 'node:assert';
import { allOf, type OrderGroup } from '../../simulators/read/order-groups.js';
import type { Segment } from '../hl7/segment.js';
import type { KnownOrder } from './cast.js';
import { heard } from './certification.js';
import { groupsAbout } from './certification-filler.js';
import { flagProblems, valueProblems } from './observation-form.js';
import type { Session } from './session.js';

type Judge = (obx: Segment, group: OrderGroup) => readonly string[];

/** Each value has the form that its type asks for (OBX-2), and a status that fits the report's (OBX-11, OBR-25). */
export function expectWellFormedValues(session: Session, order: KnownOrder): void {
  judgeEach(session, order, valueProblems);
}

/** Each number has a unit and a range, and its flag says on which side of the range it lies. */
export function expectAgreeingFlags(session: Session, order: KnownOrder): void {
  judgeEach(session, order, flagProblems);
}

function judgeEach(session: Session, order: KnownOrder, judge: Judge): void {
  const { message, exchange } = heard(session);
  const groups = groupsAbout(session, order, message);
  const values = groups.flatMap((group) => allOf(group, 'OBX').map((obx) => ({ obx, group })));
  const problems = values.flatMap(({ obx, group }) =>
    judge(obx, group).map((problem) => `  OBX[${obx.instance}] ${obx.get('3.1') ?? ''}: ${problem}`),
  );
  if (values.length === 0) problems.push('  expected values, actual none');
  if (problems.length === 0) return;
  throw new AssertionError({
    message: `the result of "${order.name}" (${exchange.id}) does not hold together\n${problems.join('\n')}`,
  });
}
