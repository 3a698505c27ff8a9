import type { Examination } from '../examination.js';
import { type InstanceTree, NONE } from '../instance/instance-tree.js';
import { pathOf } from '../instance/place.js';
import type { AcknowledgmentCondition } from '../model/acknowledgment-behaviour.js';
import type { Draft } from '../report/draft.js';
import { fieldColumn, segmentField } from './segment-field.js';
import { segmentNamed } from './walk.js';

/**
 * MSH-15 and MSH-16 against the acknowledgments that the profile foresees (its dynamic definition). Where a message states neither
 * it is in original mode: no accept acknowledgment, always one of the application (chapter 2, 2.9.1).
 */
export function checkAcknowledgmentCondition({ tree, report }: Examination): void {
  const behaviour = tree.plan.acknowledgment;
  if (behaviour === undefined || tree.plan.segmentNames.has('MSA')) return;
  const header = segmentNamed(tree, 'MSH');
  if (header === NONE) return;
  const [accept, application] = [segmentField(tree, header, 15), segmentField(tree, header, 16)];
  const isOriginal = accept === '' && application === '';
  const drafts = [
    compared(tree, header, 15, isOriginal ? 'NE' : accept, behaviour.accept),
    compared(tree, header, 16, isOriginal ? 'AL' : application, behaviour.application),
  ];
  for (const draft of drafts) if (draft !== undefined) report.add(draft);
}

function compared(
  tree: InstanceTree,
  header: number,
  field: 15 | 16,
  actual: string,
  expected: AcknowledgmentCondition | undefined,
): Draft | undefined {
  if (expected === undefined || actual === '' || actual === expected) return undefined;
  const sent = segmentField(tree, header, field);
  return {
    code: 'acknowledgment-condition-mismatch',
    place: {
      path: `${pathOf(tree, header)}-${field}[1]`,
      line: tree.line[header] ?? 1,
      column: fieldColumn(tree, header, field),
    },
    message: `the profile foresees another ${field === 15 ? 'accept' : 'application'} acknowledgment`,
    rule: `profile ${tree.plan.profile.id}`,
    expected,
    actual: sent === '' ? `nothing, which means ${actual}` : actual,
  };
}
