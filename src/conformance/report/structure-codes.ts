import type { Classification } from '../../evidence/finding.js';
import type { CodeEntry } from './finding-code.js';

/** What is wrong with the lines, the order, the presence, the number and the form of elements. */
export const STRUCTURE_CODES = {
  'too-many-findings': both('Alert', 'Report', 'The message has more findings than are kept.'),
  'line-invalid': both('Error', 'Invalid Content', 'The line is no segment, or stands before MSH.'),
  'line-blank': both('Warning', 'Invalid Content', 'A blank line stands between the segments.'),
  'segment-unexpected': both(
    'Error',
    'Unexpected',
    'The profile has no place for the segment here. A Z segment that the profile does not know is a warning.',
  ),
  'segment-misplaced': both('Error', 'Unexpected', 'The segment belongs to another place in the message.'),

  'usage-required': both('Error', 'Usage', 'A required field, component or subcomponent is missing.'),
  'segment-missing': both('Error', 'Usage', 'A required segment is missing.'),
  'group-missing': both('Error', 'Usage', 'A required group of segments is missing.'),
  'choice-missing': both('Error', 'Usage', 'None of the alternatives of a required choice is there.'),
  'usage-empty': entry(
    'Warning',
    'Informational',
    'Usage',
    'An element that is required where its data are known (RE) is missing.',
  ),
  'usage-unsupported': both('Error', 'Usage', 'An element is there that the profile excludes (X).'),
  'usage-withdrawn': both('Error', 'Usage', 'An element is there that the standard withdrew (W).'),
  'usage-excluded': both('Error', 'Usage', 'An element is there that is excluded from now on (IX).'),
  'usage-deprecated': both('Informational', 'Usage', 'An element is there that is kept for older versions only (B).'),
  'usage-undecided': both(
    'Informational',
    'Usage',
    'A conditional element is missing, and its condition is not computable.',
  ),
  'usage-optional': both('Informational', 'O-Usage', 'An optional element has content.'),

  'cardinality-too-few': both('Error', 'Cardinality', 'A field repeats too rarely.'),
  'cardinality-too-many': both('Error', 'Cardinality', 'A field repeats too often.'),
  'segment-repeats-too-rarely': both('Error', 'Cardinality', 'A segment or group repeats too rarely.'),
  'segment-repeats-too-often': both('Error', 'Cardinality', 'A segment or group repeats too often.'),
  'null-repeats': both('Error', 'Cardinality', 'A field is HL7 null and has further repetitions.'),

  'length-too-short': both('Warning', 'Length', 'A value is shorter than it may be.'),
  'length-too-long': both('Warning', 'Length', 'A value is longer than it may be.'),
  'conformance-length-exceeded': both(
    'Informational',
    'Length',
    'A value is longer than every receiver must keep. Where the profile forbids to cut it, this is a warning.',
  ),
  'length-not-stated': profile('Length Spec Error', 'The profile states no length for an element.'),
  'length-stated-twice': profile('Length Spec Error', 'The profile states both a length and a conformance length.'),

  'format-number': format('A value of type NM is no number.'),
  'format-sequence-id': format('A value of type SI is no whole number of up to four digits.'),
  'format-date': format('A value of type DT is no date.'),
  'format-time': format('A value of type TM is no time of day.'),
  'format-timestamp': format('A value of type DTM or TS is no point in time.'),
  'format-telephone': format('A value of type TN is no telephone number.'),
  'format-comparator': format('The comparator or separator of a structured numeric (SN) is none of those defined.'),
  'format-universal-id': format('A universal id is not as its type (ISO, UUID, GUID, DNS, URI) wants it.'),
  'format-encapsulated-data': format('Encapsulated data (ED) are not in the encoding that they declare.'),

  'constant-mismatch': both('Error', 'Constant Value', 'A value is not the constant that the profile demands.'),
  'constant-on-composite': profile(
    'Constant Value Spec Error',
    'The profile demands a constant of an element with components.',
  ),
  'extra-element': both(
    'Error',
    'Extra',
    'There are more fields, components or subcomponents than the definition has.',
  ),
  'separator-unescaped': both('Error', 'Unescaped Separator', 'A delimiter stands in a value that has no parts.'),

  'field-type-unresolved': both(
    'Error',
    'Unresolved Field Model',
    'The value that tells the type of the field selects none.',
  ),
  'field-type-selected': both('Validation Notes', 'Dynamic Mapping Match', 'Another field told the type of the field.'),
  'slice-matched': both('Validation Notes', 'Slicing', 'An occurrence was judged by the flavour of its slice.'),
  'slice-unmatched': both('Validation Notes', 'Slicing', 'An occurrence belongs to no slice.'),
  'slice-undecided': profile('Slicing Spec Error', 'The condition of a slice cannot be decided.'),
  'slice-on-group': profile('Slicing Spec Error', 'A slicing of segments is defined on a group.'),
  'slice-unfit': profile('Slicing Spec Error', 'The flavour of a slice is of another segment.'),
} as const satisfies Readonly<Record<string, CodeEntry>>;

function entry(nist: Classification, pipehat: Classification, category: string, meaning: string): CodeEntry {
  return { section: 'structure', category, nist, pipehat, meaning };
}

function both(classification: Classification, category: string, meaning: string): CodeEntry {
  return entry(classification, classification, category, meaning);
}

function format(meaning: string): CodeEntry {
  return both('Error', 'Format', meaning);
}

/** A fault of the profile, not of the message. */
function profile(category: string, meaning: string): CodeEntry {
  return both('Specification Error', category, meaning);
}
