import { never } from '../../base/never.js';
import type { FrameEvent } from '../frame-event.js';

type Junk = Extract<FrameEvent, { kind: 'junk' }>;

/**
 * Events as lines of text, so that a difference can be read. Junk that came in touching pieces is one line, since its cut
 * depends on the chunks.
 */
export function eventTexts(events: readonly FrameEvent[]): readonly string[] {
  const joined: FrameEvent[] = [];
  for (const event of events) {
    const last = joined.at(-1);
    if (last?.kind === 'junk' && event.kind === 'junk' && touches(last, event)) {
      joined[joined.length - 1] = { ...last, bytes: Buffer.concat([last.bytes, event.bytes]) };
    } else joined.push(event);
  }
  return joined.map(textOf);
}

function touches(last: Junk, event: Junk): boolean {
  if (last.where !== event.where || !/before-start|after-end/.test(last.where)) return false;
  return last.offset + last.bytes.length === event.offset;
}

function textOf(event: FrameEvent): string {
  switch (event.kind) {
    case 'frame':
      return `${event.offset} frame ${event.payload.toString('latin1')}`;
    case 'junk':
      return `${event.offset} junk ${event.where} ${event.bytes.toString('hex')}`;
    case 'idle-in-frame':
      return `${event.offset} idle-in-frame ${event.bytes.toString('hex')}`;
    case 'commit':
      return `${event.offset} commit ${event.code}`;
    case 'overflow':
      return `${event.offset} overflow ${event.limit}`;
    case 'empty':
      return `${event.offset} empty`;
    default:
      return never(event);
  }
}
