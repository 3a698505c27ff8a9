import type { CodeEntry } from './finding-code.js';
import { FINDING_CODES, type FindingCode } from './finding-codes.js';

/** What to do about a finding, in one sentence; '' for a code that is none of ours. */
export function remedyFor(code: string): string {
  const entry: CodeEntry | undefined = Object.hasOwn(FINDING_CODES, code)
    ? FINDING_CODES[code as FindingCode]
    : undefined;
  if (entry === undefined) return '';
  if (Object.hasOwn(BY_CODE, code)) return BY_CODE[code] ?? '';
  return entry.pipehat === 'Specification Error' ? PROFILE : (BY_CATEGORY[entry.category] ?? '');
}

const PROFILE = 'mend the profile ("pipehat profile lint" lists its defects); the message cannot help it';
const ESCAPE = 'escape the character as chapter 2, 2.7 says';

const BY_CATEGORY: Readonly<Record<string, string>> = {
  'Invalid Content': 'begin each line with a segment name, and end each segment with CR',
  Unexpected: 'put the segments into the order of the profile, or add the segment to the profile',
  Usage: 'send the element, or change its usage in the profile',
  'O-Usage': 'nothing to do',
  Cardinality: 'send as many as the profile says, or change the cardinality in the profile',
  Length: 'send a value of the length that the profile says, or change the length in the profile',
  Format: 'write the value as its data type demands',
  'Constant Value': 'send the value that the profile demands',
  Extra: 'leave the element away, or add it to the profile',
  'Unescaped Separator': 'escape the delimiter inside the value: \\F\\, \\S\\, \\T\\, \\R\\',
  'Unresolved Field Model': 'send a type that the profile knows in the field that tells it (OBX-2)',
  'Dynamic Mapping Match': 'nothing to do',
  Slicing: 'nothing to do',
  'Constraint Failure': 'change the message so that the statement holds',
  'Constraint Success': 'nothing to do',
  'Predicate Failure': 'send or leave away the element as the condition demands',
  'Predicate Success': 'nothing to do',
  'Content Failure': 'send the value that the test case demands',
  'Content Success': 'nothing to do',
  'Predicate Usage Selection': 'nothing to do',
  'CoConstraint Failure': 'send what belongs to the key, or another key',
  'CoConstraint Success': 'nothing to do',
  'High-level Content Error': 'send the elements that the pattern wants, in any order',
  'Code Not Found': 'send a code of the value set, or add the code to it',
  EVS: 'send another code: this one is excluded',
  PVS: 'nothing to do; a permitted code may be sent',
  RVS: 'nothing to do',
  'Coded Element': 'send the code at one place only',
  'Single Code Failure': 'send the code and code system that the profile demands',
  'Single Code Success': 'nothing to do',
  'Co-Constraint': 'send what the row of the co-constraint table demands',
  'Undetermined Binding Strength': 'state the strength of the binding in the profile: R or S',
  'Empty VS': 'give the codes of the value set: in the bundle, as CSV or as a FHIR ValueSet',
  'VS Error': PROFILE,
  'Value Set Not Enumerated': 'list the value set in full, or exclude it from validation',
  'Dynamic Value Set': 'compare the copy in the profile with the value set of today',
  'No Code Usage': 'state the usage of the code in the value set',
  'Duplicate Code': PROFILE,
  'Excluded From Validation': 'nothing to do',
  Report: 'mend the first findings, and validate again',
  Source: 'check the path and the right to read it',
  Profile: 'name a profile for this message with --profile, or add "base" for the standard',
  'Message Header': 'correct MSH, or choose another profile',
  'Character Set': 'declare in MSH-18 the character set in which the bytes are',
  Escape: ESCAPE,
  Truncation: 'send the whole value, or agree on a longer one',
  Batch: 'correct the envelope of the file: FHS, BHS, BTS, FTS',
  Acknowledgment: 'mend how the receiver builds its acknowledgment',
};

const BY_CODE: Readonly<Record<string, string>> = {
  'usage-empty': 'send the element wherever its data are known',
  'usage-unsupported': 'leave the element away, or change its usage in the profile',
  'usage-withdrawn': 'leave the element away: the standard has withdrawn it',
  'usage-excluded': 'leave the element away, or change its usage in the profile',
  'usage-deprecated': 'agree with the receiver on the element that replaces it',
  'usage-undecided': 'state the condition in the profile so that it can be computed',
  'condition-in-words': 'state the condition in the profile so that it can be computed',
  'rule-not-executable': 'register a rule function under the name of the Java class',
  'expressions-given-up':
    'write the expressions of the profile without look-around and references, or split the message',
  'segment-missing': 'send the segment, or change its usage in the profile',
  'group-missing': 'send the segments of the group, or change its usage in the profile',
  'choice-missing': 'send one of the alternatives',
  'null-required': 'send a value: HL7 null deletes what the receiver has',
  'null-repeats': 'send HL7 null alone',
  'message-too-large': 'split the message, or send the document in parts',
  'profile-ambiguous': 'name the profile in MSH-21, or give one profile only',
  'control-character': ESCAPE,
  'byte-order-mark': 'save the file without a byte order mark',
  'version-unsupported': 'give a profile for this version with --profile',
  'acknowledgment-condition-mismatch': 'send in MSH-15 and MSH-16 what the profile foresees',
};
