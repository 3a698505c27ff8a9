/** Table 0357, as far as the engine uses it. */
const ERROR_TEXTS = {
  '100': 'Segment sequence error',
  '101': 'Required field missing',
  '102': 'Data type error',
  '103': 'Table value not found',
  '200': 'Unsupported message type',
  '201': 'Unsupported event code',
  '202': 'Unsupported processing id',
  '203': 'Unsupported version id',
  '204': 'Unknown key identifier',
  '205': 'Duplicate key identifier',
  '207': 'Application internal error',
} as const;

export type ErrorCode = keyof typeof ERROR_TEXTS;

/** Where it went wrong, as ERR-2 says it: all counts 1-based, later ones absent where the whole is meant. */
export interface Location {
  readonly segment: string;
  /** The how manieth segment of that name. */
  readonly sequence: number;
  readonly field?: number;
  readonly repetition?: number;
  readonly component?: number;
}

/** Why a message is not accepted. The text holds no value of the message, since it also goes to the log. */
export interface Problem {
  readonly code: ErrorCode;
  readonly at?: Location;
  readonly text: string;
}

export function errorText(code: ErrorCode): string {
  return ERROR_TEXTS[code];
}

/** `PID-3`, `OBX[2]-5.1`: for people. */
export function locationText({ segment, sequence, field, repetition, component }: Location): string {
  const instance = sequence > 1 ? `[${sequence}]` : '';
  if (field === undefined) return `${segment}${instance}`;
  const repeat = repetition !== undefined && repetition > 1 ? `[${repetition}]` : '';
  return `${segment}${instance}-${field}${repeat}${component === undefined ? '' : `.${component}`}`;
}
