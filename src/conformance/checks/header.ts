import type { Examination } from '../examination.js';
import { type InstanceTree, NONE } from '../instance/instance-tree.js';
import type { Draft, Place } from '../report/draft.js';
import type { FindingCode } from '../report/finding-codes.js';
import { placeAt } from './offset-place.js';
import { fieldStart, segmentField } from './segment-field.js';
import { segmentNamed } from './walk.js';

/** MSH-9, MSH-12 and MSH-21 against the profile that the message is judged by. What is absent is left to usage. */
export function checkHeader({ tree, report }: Examination): void {
  const header = segmentNamed(tree, 'MSH');
  if (header === NONE) return;
  const drafts = [messageType(tree, header), version(tree, header), identifiers(tree, header)];
  for (const draft of drafts) if (draft !== undefined) report.add(draft);
}

/** The first of code, event and structure that differs: the others follow from it. */
function messageType(tree: InstanceTree, header: number): Draft | undefined {
  const { message } = tree.plan;
  const parts = segmentField(tree, header, 9).split(tree.delimiters.component);
  const expected = [message.type, message.event, message.structure];
  const wrong = expected.findIndex((text, at) => !agrees(text, parts[at] ?? ''));
  const code = TYPE_CODES[wrong];
  if (code === undefined) return undefined;
  const before = parts.slice(0, wrong).join(tree.delimiters.component).length + (wrong === 0 ? 0 : 1);
  const what = ['message code', 'trigger event', 'message structure'][wrong];
  return {
    code,
    place: placeIn(tree, header, 9, before),
    message: `the profile is for another ${what}`,
    rule: `profile ${tree.plan.profile.id}`,
    expected: expected[wrong] ?? '',
    actual: parts[wrong] ?? '',
  };
}

const TYPE_CODES: readonly FindingCode[] = [
  'message-code-mismatch',
  'message-event-mismatch',
  'message-structure-mismatch',
];

/** '' where the profile or the message does not say. */
function agrees(expected: string, actual: string): boolean {
  return expected === '' || expected === '*' || actual === '' || expected === actual;
}

function version(tree: InstanceTree, header: number): Draft | undefined {
  const { profile } = tree.plan;
  const actual = segmentField(tree, header, 12).split(tree.delimiters.component)[0] ?? '';
  if (actual === '' || profile.hl7Version === '' || actual === profile.hl7Version) return undefined;
  const place = placeIn(tree, header, 12);
  const shared = { place, rule: `profile ${profile.id}`, expected: profile.hl7Version, actual };
  if (profile.form === 'base') {
    const message = `Pipehat does not hold this version; the message was judged by ${profile.hl7Version}`;
    return { ...shared, code: 'version-unsupported', message };
  }
  const draft = { ...shared, code: 'version-mismatch', message: 'the profile is for another version of HL7' } as const;
  // Tools write the version of the standard on which the bundle is built, and a constraint says what MSH-12 has to be.
  return profile.form === 'igamt' ? { ...draft, classification: 'Warning' } : draft;
}

/** Of the character that stands `offset` characters (0-based) into the field. */
function placeIn(tree: InstanceTree, header: number, field: number, offset = 0): Place {
  return placeAt(tree, header, fieldStart(tree, header, field) + offset);
}

/** Only where the message names profiles, and the profile says how it is named. */
function identifiers(tree: InstanceTree, header: number): Draft | undefined {
  const { profile } = tree.plan;
  const named = segmentField(tree, header, 21);
  if (named === '' || profile.identifiers.length === 0) return undefined;
  const { component, repetition } = tree.delimiters;
  const names = named.split(repetition).flatMap((one) => [one, one.split(component)[0] ?? '']);
  if (names.some((name) => profile.identifiers.includes(name))) return undefined;
  return {
    code: 'profile-identifier-mismatch',
    place: { ...placeIn(tree, header, 21), path: 'MSH[1]-21[1]' },
    message: 'MSH-21 names other profiles than the one that the message was judged by',
    rule: `profile ${profile.id}`,
    expected: profile.identifiers.join(', '),
    actual: named,
  };
}
