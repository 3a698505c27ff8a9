import type { JournalEntry } from '../../evidence/journal-entry.js';
import { readAcknowledgment } from '../../hl7/acknowledgment.js';
import type { Message } from '../../hl7/message.js';
import { parseMessage } from '../../hl7/parse.js';
import type { Terminal } from '../terminal.js';

/** One line for each message, each reply and whatever somebody there should look at, without patient values. */
export function traffic(terminal: Terminal): (entry: JournalEntry) => void {
  return (entry) => {
    const line = lineFor(entry);
    if (line !== undefined) terminal.out(line);
  };
}

function lineFor(entry: JournalEntry): string | undefined {
  switch (entry.kind) {
    case 'message': {
      const message = read(entry.raw);
      const faults = entry.faults.length > 0 ? `  [${entry.faults.join(', ')}]` : '';
      return `${entry.at}  ${entry.direction === 'sent' ? '>' : '<'} ${describe(message)}${faults}`;
    }
    case 'reply': {
      const message = read(entry.raw);
      const code = (message && readAcknowledgment(message)?.code) ?? 'no MSA';
      return `${entry.at}    ${code} ${describe(message)}  ${Math.round(entry.afterMs)} ms`;
    }
    case 'outcome':
      return entry.outcome === 'acknowledged' ? undefined : `${entry.exchange}: ${entry.outcome}`;
    case 'wire':
      return `${entry.at}  ? ${entry.event}, ${Buffer.from(entry.raw, 'base64').length} bytes`;
    case 'finding':
      return entry.finding.classification === 'Informational' ? undefined : `! ${entry.finding.message}`;
    default:
      return undefined;
  }
}

function read(raw: string): Message | undefined {
  const parsed = parseMessage(Buffer.from(raw, 'base64'));
  return parsed.kind === 'message' ? parsed.message : undefined;
}

function describe(message: Message | undefined): string {
  return message ? `${message.type.code}^${message.type.trigger} ${message.controlId}` : 'unreadable message';
}
