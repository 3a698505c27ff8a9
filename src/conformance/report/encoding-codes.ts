import type { CodeEntry } from './finding-code.js';

/** What is wrong with a message before its content is looked at: source, profile, header, characters, escapes, batches. */
export const ENCODING_CODES = {
  'unreadable-source': source('Error', 'Source', 'The file cannot be read.'),
  'not-hl7': source('Error', 'Invalid Content', 'The bytes are no HL7 v2 message: there is no usable MSH segment.'),
  'content-outside-message': source('Error', 'Invalid Content', 'A line stands outside of messages.'),
  'message-too-large': source('Error', 'Source', 'The message is larger than a message may be; it was not judged.'),
  'no-profile': source('Error', 'Profile', 'None of the profiles is for this message by its MSH-9, MSH-12 and MSH-21.'),
  'profile-ambiguous': source('Warning', 'Profile', 'Several profiles are for this message; the first one was used.'),

  'message-code-mismatch': header('Error', 'MSH-9.1 is not the message code that the profile is for.'),
  'message-event-mismatch': header('Error', 'MSH-9.2 is not the trigger event that the profile is for.'),
  'message-structure-mismatch': header('Error', 'MSH-9.3 is not the message structure that the profile is for.'),
  'version-mismatch': header('Error', 'MSH-12 is not the HL7 version that the profile is for.'),
  'version-unsupported': header('Warning', 'MSH-12 is no version that Pipehat holds; the nearest one was used.'),
  'profile-identifier-mismatch': header('Warning', 'MSH-21 names other profiles than the one that was used.'),

  'charset-unknown': encoding('Error', 'Character Set', 'MSH-18 names a character set that nobody knows.'),
  'charset-unregistered': encoding('Warning', 'Character Set', 'MSH-18 names a character set that table 0211 lacks.'),
  'charset-undeclared-bytes': encoding(
    'Error',
    'Character Set',
    'There are bytes above 7F, and MSH-18 declares ASCII or nothing.',
  ),
  'charset-undecodable-bytes': encoding(
    'Error',
    'Character Set',
    'The bytes are not valid in the character set of MSH-18.',
  ),
  'byte-order-mark': encoding('Warning', 'Character Set', 'A byte order mark stands before MSH.'),
  'control-character': encoding(
    'Warning',
    'Character Set',
    'A control character stands in a value; it has to be escaped.',
  ),

  'escape-unterminated': encoding(
    'Error',
    'Escape',
    'An escape character begins no escape sequence; in text it has to be \\E\\.',
  ),
  'escape-unknown': encoding('Error', 'Escape', 'The escape sequence is none of chapter 2, 2.7.'),
  'escape-malformed': encoding(
    'Error',
    'Escape',
    'The escape sequence begins like one of chapter 2, 2.7, and goes on wrongly.',
  ),
  'escape-formatting-misplaced': encoding(
    'Warning',
    'Escape',
    'A formatting command stands in a value that is no formatted text.',
  ),

  'null-required': {
    section: 'structure',
    category: 'Usage',
    nist: 'Error',
    pipehat: 'Error',
    meaning: 'A required element holds HL7 null (""), which deletes it.',
  },

  'value-truncated': encoding(
    'Warning',
    'Truncation',
    'The value was cut by the sender: it ends with the truncation character.',
  ),
  'truncation-forbidden': encoding(
    'Error',
    'Truncation',
    'The value was cut although the profile says that it must not be.',
  ),

  'batch-message-count': batch('Error', 'BTS-1 is not the number of messages in the batch.'),
  'batch-count': batch('Error', 'FTS-1 is not the number of batches in the file.'),
  'batch-count-not-a-number': batch('Error', 'BTS-1 or FTS-1 is no number.'),
  'batch-segment-misplaced': batch(
    'Error',
    'A batch segment or a message stands where the batch structure has no place for it.',
  ),
  'batch-trailer-missing': batch('Warning', 'BHS or FHS has no trailer: the file may have been cut.'),

  'acknowledgment-code-unknown': acknowledgment('Error', 'MSA-1 is no acknowledgment code of table 0008.'),
  'acknowledgment-code-too-new': acknowledgment(
    'Error',
    'MSA-1 is a code of enhanced mode, which the version does not have.',
  ),
  'acknowledgment-error-missing': acknowledgment('Warning', 'A negative acknowledgment says in no ERR segment why.'),
  'acknowledgment-error-contradiction': acknowledgment('Error', 'A positive acknowledgment reports an error.'),
  'error-location-unreadable': acknowledgment('Error', 'The location in ERR is not as the version writes it.'),
  'error-code-unknown': acknowledgment('Error', 'The error code in ERR is none of table 0357.'),
  'error-severity-unknown': acknowledgment('Error', 'ERR-4 is no severity of table 0516.'),
  'error-form-of-other-version': acknowledgment('Error', 'ERR is written as another version writes it.'),
  'acknowledgment-condition-mismatch': acknowledgment(
    'Error',
    'MSH-15 or MSH-16 asks for other acknowledgments than the profile.',
  ),
} as const satisfies Readonly<Record<string, CodeEntry>>;

type Weight = 'Error' | 'Warning';

function source(weight: Weight, category: string, meaning: string): CodeEntry {
  return { section: 'encoding', category, nist: weight, pipehat: weight, meaning };
}

function encoding(weight: Weight, category: string, meaning: string): CodeEntry {
  return source(weight, category, meaning);
}

function header(weight: Weight, meaning: string): CodeEntry {
  return source(weight, 'Message Header', meaning);
}

function batch(weight: Weight, meaning: string): CodeEntry {
  return source(weight, 'Batch', meaning);
}

function acknowledgment(weight: Weight, meaning: string): CodeEntry {
  return { section: 'acknowledgment', category: 'Acknowledgment', nist: weight, pipehat: weight, meaning };
}
