import { versionAtLeast } from '../../hl7/version.js';
import type { Examination } from '../examination.js';
import { type InstanceTree, NONE } from '../instance/instance-tree.js';
import type { Draft } from '../report/draft.js';
import { checkErrorSegments } from './acknowledgment-errors.js';
import { placeAt } from './offset-place.js';
import { fieldStart, segmentField } from './segment-field.js';
import { segmentNamed } from './walk.js';

/** Table 0008: original mode and application acknowledgments, then those of enhanced mode. */
const ORIGINAL = ['AA', 'AE', 'AR'];
const ENHANCED = ['CA', 'CE', 'CR'];

/**
 * What an acknowledgment must be by itself, without the message that it answers: MSA-1 of table 0008, ERR as the version writes
 * it, and no contradiction between the two (chapter 2, 2.9).
 */
export function checkAcknowledgment(x: Examination): void {
  const { tree, report } = x;
  const msa = segmentNamed(tree, 'MSA');
  const header = segmentNamed(tree, 'MSH');
  if (msa === NONE || header === NONE) return;
  const version = segmentField(tree, header, 12).split(tree.delimiters.component)[0] ?? '';
  const draft = codeDraft(tree, msa, version);
  if (draft !== undefined) report.add(draft);
  checkErrorSegments(x, { msa, code: segmentField(tree, msa, 1), version });
}

function codeDraft(tree: InstanceTree, msa: number, version: string): Draft | undefined {
  const code = segmentField(tree, msa, 1);
  const isNew = ENHANCED.includes(code);
  // What is absent is left to usage; 2.2 brought enhanced mode.
  if (code === '' || ORIGINAL.includes(code) || (isNew && versionAtLeast(version, '2.2'))) return undefined;
  return {
    code: isNew ? 'acknowledgment-code-too-new' : 'acknowledgment-code-unknown',
    place: placeAt(tree, msa, fieldStart(tree, msa, 1)),
    message: isNew ? `MSA-1 is a code of enhanced mode, which ${version} lacks` : 'MSA-1 is no acknowledgment code',
    rule: 'HL7 table 0008',
    expected: (isNew ? ORIGINAL : [...ORIGINAL, ...ENHANCED]).join(', '),
    actual: code,
  };
}
