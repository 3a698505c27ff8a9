import { type AcknowledgmentError, readAcknowledgment } from '../hl7/acknowledgment.js';
import { parseMessage } from '../hl7/parse.js';
import { allExchanges } from './all-exchanges.js';
import type { Exchange, ReplyEvidence } from './exchange.js';
import type { RunRecord } from './run-record.js';

/** How often one error came back from one partner. */
export interface AcknowledgmentErrorRow {
  /** MSA-1 of the acknowledgment: AE, AR, CE, CR. */
  readonly acknowledgment: string;
  /** Table 0357 code; empty where the acknowledgment gave no error (no ERR segment). */
  readonly code: string;
  /** `PID-3.4`; empty where the acknowledgment did not say. */
  readonly location: string;
  /** Name of the link, `ehr>sut`. */
  readonly link: string;
  /** The messages that were answered so; as many as there are. */
  readonly exchanges: readonly Exchange[];
}

/** Negative acknowledgments of the run, counted by code, location and partner; the most frequent first. */
export function acknowledgmentErrors(run: RunRecord): readonly AcknowledgmentErrorRow[] {
  const rows = new Map<string, { row: Omit<AcknowledgmentErrorRow, 'exchanges'>; exchanges: Set<Exchange> }>();
  for (const exchange of allExchanges(run)) {
    for (const { code, location, acknowledgment } of errorsOf(exchange)) {
      const row = { acknowledgment, code, location, link: exchange.link };
      const key = JSON.stringify(row);
      const entry = rows.get(key) ?? { row, exchanges: new Set() };
      entry.exchanges.add(exchange);
      rows.set(key, entry);
    }
  }
  const counted = [...rows.values()].map(({ row, exchanges }) => ({ ...row, exchanges: [...exchanges] }));
  return counted.sort((a, b) => b.exchanges.length - a.exchanges.length || a.code.localeCompare(b.code));
}

/** `PID[2]-3[1].4.1` as far as the error says; empty where it does not. */
export function errorLocation(error: AcknowledgmentError): string {
  const at = error.location;
  if (at === undefined) return '';
  const segment = at.sequence === undefined || at.sequence <= 1 ? at.segment : `${at.segment}[${at.sequence}]`;
  if (at.field === undefined) return segment;
  const repetition = at.repetition === undefined || at.repetition <= 1 ? '' : `[${at.repetition}]`;
  const parts = [at.component, at.component === undefined ? undefined : at.subcomponent];
  return `${segment}-${at.field}${repetition}${parts.map((part) => (part === undefined ? '' : `.${part}`)).join('')}`;
}

interface OneError {
  readonly acknowledgment: string;
  readonly code: string;
  readonly location: string;
}

function errorsOf(exchange: Exchange): readonly OneError[] {
  return [exchange.accept, exchange.application].filter((reply) => reply !== undefined).flatMap(errorsIn);
}

function errorsIn(reply: ReplyEvidence): readonly OneError[] {
  if (reply.code === undefined || reply.code === 'AA' || reply.code === 'CA') return [];
  const parsed = parseMessage(reply.raw);
  const errors = parsed.kind === 'message' ? (readAcknowledgment(parsed.message)?.errors ?? []) : [];
  const acknowledgment = reply.code;
  if (errors.length === 0) return [{ acknowledgment, code: '', location: '' }];
  return errors.map((error) => ({ acknowledgment, code: error.code, location: errorLocation(error) }));
}
