import { never } from '../base/never.js';
import type { Fault } from './fault.js';

/** On which side of us a fault strikes: on what we send, on what we receive, or on the system under test itself. */
export type Side = 'sends' | 'receives' | 'system-under-test';

export function sideOf(fault: Fault): Side {
  switch (fault.kind) {
    case 'message':
    case 'wire':
    case 'connection':
      return 'sends';
    case 'listener':
      return 'receives';
    case 'sut':
      return 'system-under-test';
    default:
      return never(fault);
  }
}
