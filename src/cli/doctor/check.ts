/**
 * What one look at the machine found. `note`: not there, and only some commands miss it; `broken`: to be mended here;
 * `unreachable`: a port is taken, or the far end does not answer.
 */
export interface Check {
  readonly name: string;
  readonly status: 'ok' | 'note' | 'broken' | 'unreachable';
  readonly detail: string;
  readonly remedy?: string;
}
