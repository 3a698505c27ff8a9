import type { AcknowledgmentCode } from '../../hl7/acknowledgment.js';
import type { FrameEvent } from '../../mllp/frame-event.js';

/** What a listener tells, in the order in which it happens. Nothing of a message but its type, id and size. */
export type ListenLine =
  | { readonly kind: 'listening'; readonly address: string }
  | {
      readonly kind: 'message';
      /** 1-based in this process. */
      readonly number: number;
      /** MSH-9 as sent; '' where unreadable. */
      readonly type: string;
      readonly controlId: string;
      readonly bytes: number;
      /** MSA-1 of the answer. */
      readonly acknowledgment: AcknowledgmentCode | 'none';
      /** Faults that struck the answer. */
      readonly faults: readonly string[];
      readonly from: string;
      /** Tolerated deviations of the message. */
      readonly observations: readonly string[];
      readonly file?: string;
      /** Why the acknowledgment is not the one that was asked for. */
      readonly trouble?: string;
    }
  /** Bytes on the wire that are no message. */
  | { readonly kind: 'wire'; readonly event: string; readonly bytes: number; readonly from: string }
  /** A connection that was not taken: its TLS is wrong, or there are too many. */
  | { readonly kind: 'refused'; readonly why: string; readonly from: string }
  | { readonly kind: 'ended'; readonly messages: number; readonly interrupted: boolean };

export function formatLine(line: ListenLine): string {
  switch (line.kind) {
    case 'listening':
      return `listening on ${line.address} (Ctrl-C ends)`;
    case 'message': {
      const start = [
        String(line.number).padStart(4, '0'),
        line.type || '(no MSH-9)',
        line.controlId || '(no MSH-10)',
        `${line.bytes} bytes`,
        [line.acknowledgment, ...line.faults].join(' + '),
      ].join('  ');
      const remarks = [
        ...(line.trouble === undefined ? [] : [line.trouble]),
        ...(line.observations.length === 0 ? [] : [line.observations.join(', ')]),
        ...(line.file === undefined ? [] : [`-> ${line.file}`]),
      ];
      return [start, ...remarks].join('  ');
    }
    case 'wire':
      return `----  ${line.event}, ${line.bytes} bytes from ${line.from}`;
    case 'refused':
      return `----  refused ${line.from}: ${line.why}`;
    case 'ended':
      return `${line.messages} ${line.messages === 1 ? 'message' : 'messages'} received`;
  }
}

/** What an event that is no frame is called, and how many bytes it covers. */
export function wireLine(event: Exclude<FrameEvent, { kind: 'frame' }>, from: string): ListenLine {
  switch (event.kind) {
    case 'junk':
      return { kind: 'wire', event: `junk ${event.where}`, bytes: event.bytes.length, from };
    case 'idle-in-frame':
      return { kind: 'wire', event: 'frame without end', bytes: event.bytes.length, from };
    case 'commit':
      return { kind: 'wire', event: `MLLP release 2 commit ${event.code}`, bytes: 1, from };
    case 'empty':
      return { kind: 'wire', event: 'empty frame', bytes: 0, from };
    case 'overflow':
      return { kind: 'wire', event: `frame above the limit of ${event.limit} bytes`, bytes: event.limit, from };
  }
}
