import { identifier } from './identifier.js';
import { type EchoFinding, notEchoed, type Seen } from './seen.js';

/** What identifies orders, visits, specimens and messages, by segment and field, in the words of a finding. */
const IDENTIFIERS: readonly (readonly [segment: string, field: number, code: string, words: string])[] = [
  ['ORC', 2, 'placer-number', 'the placer order number'],
  ['ORC', 3, 'filler-number', 'the filler order number'],
  ['ORC', 4, 'group-number', 'the placer group number'],
  ['ORC', 8, 'parent-number', 'the number of the parent order'],
  ['OBR', 2, 'placer-number', 'the placer order number'],
  ['OBR', 3, 'filler-number', 'the filler order number'],
  ['OBR', 18, 'accession-number', 'the accession number'],
  ['OBR', 29, 'parent-number', 'the number of the parent order'],
  ['IPC', 1, 'accession-number', 'the accession number'],
  ['IPC', 2, 'procedure-number', 'the number of the requested procedure'],
  ['IPC', 3, 'study-uid', 'the study instance UID'],
  ['SPM', 2, 'specimen-number', 'the specimen number'],
  ['SAC', 3, 'container-number', 'the container number'],
  ['PV1', 19, 'visit-number', 'the visit number'],
  ['PID', 18, 'account-number', 'the account number'],
  ['MRG', 1, 'merged-id', 'the number that was given up'],
  ['MSA', 2, 'acknowledged-id', 'the id of the message that is answered'],
];

/** What identifies a patient is not told. */
const PRIVATE: ReadonlySet<string> = new Set(['visit-number', 'account-number', 'merged-id']);

/** What a system changed of the identifiers in a message that it only passes on, under the id that it was given. */
export function comparePassage(source: Seen, copy: Seen): readonly EchoFinding[] {
  const differing = IDENTIFIERS.flatMap(([segment, field, code, words]) => {
    const count = source.message.all(segment).length;
    // Segments that are gone or new are the matter of those who compare whole messages.
    if (count !== copy.message.all(segment).length) return [];
    return Array.from({ length: count }, (_, n) =>
      difference(source, copy, { path: `${segment}[${n + 1}]-${field}`, code, words }),
    );
  });
  return differing.filter((one) => one !== undefined);
}

function difference(
  source: Seen,
  copy: Seen,
  { path, code, words }: { readonly path: string; readonly code: string; readonly words: string },
): EchoFinding | undefined {
  const expected = identifier(source.message, path);
  const actual = identifier(copy.message, path);
  if (expected === '' || actual === expected) return undefined;
  const isGone = actual === '';
  return notEchoed(copy, {
    code: isGone ? `${code}-not-echoed` : `${code}-changed`,
    path: `${path}[1]`,
    message: `${words} did not come through as it was sent (${source.exchange})`,
    expected: PRIVATE.has(code) ? 'as it was sent' : expected,
    actual: isGone ? 'nothing' : PRIVATE.has(code) ? 'another' : actual,
  });
}
