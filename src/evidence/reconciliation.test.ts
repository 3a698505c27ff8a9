import { describe, expect, it } from 'vitest';
import { fold } from './fold.js';
import type { JournalEntry } from './journal-entry.js';
import { type Reconciliation, reconcile } from './reconciliation.js';
import { adt, manifest, message, reply } from './testdata/entries.js';

function reconciled(entries: readonly JournalEntry[], role = 'engine'): Reconciliation {
  const sut = { name: 'S', role, addresses: [] };
  return reconcile(fold([{ kind: 'run-started', manifest: manifest({ sut }) }, ...entries]));
}

const sent = (id: string, controlId: string): JournalEntry => message(id, 'sent', 'ehr>sut', adt(controlId));
const delivered = (id: string, controlId: string, link = 'sut>lis'): JournalEntry =>
  message(id, 'received', link, adt(controlId));

describe('reconcile', () => {
  it('counts a message that went through to two destinations once', () => {
    const { total, missing, doubled } = reconciled([
      ...[sent('x1', 'C1'), reply('x1', 'AA', 'C1')],
      ...[delivered('x2', 'C1'), reply('x2', 'AA', 'C1')],
      ...[delivered('x3', 'C1', 'sut>ris'), reply('x3', 'AA', 'C1')],
    ]);
    expect(total).toEqual({
      sent: 1,
      acknowledged: 1,
      refused: 0,
      unanswered: 0,
      delivered: 1,
      missing: 0,
      doubled: 0,
    });
    expect([missing, doubled]).toEqual([[], []]);
  });

  it('misses what was accepted and never came out', () => {
    const { total, missing } = reconciled([sent('x1', 'C1'), reply('x1', 'AA', 'C1')]);
    expect(total.missing).toBe(1);
    expect(missing.map((exchange) => exchange.id)).toEqual(['x1']);
  });

  it('does not miss what was refused or never answered', () => {
    const { total } = reconciled([sent('x1', 'C1'), reply('x1', 'AE', 'C1'), sent('x2', 'C2')]);
    expect(total).toMatchObject({ sent: 2, acknowledged: 0, refused: 1, unanswered: 1, missing: 0 });
  });

  it('calls a message refused when CA was followed by AE', () => {
    const application = reply('x1', 'AE', 'C1', '', 'application');
    const { total } = reconciled([sent('x1', 'C1'), reply('x1', 'CA', 'C1'), application]);
    expect(total).toMatchObject({ acknowledged: 0, refused: 1, missing: 0 });
  });

  it('calls a delivery doubled only when the earlier one had been acknowledged', () => {
    const again = (first: readonly JournalEntry[]): Reconciliation =>
      reconciled([sent('x1', 'C1'), reply('x1', 'AA', 'C1'), ...first, delivered('x3', 'C1'), reply('x3', 'AA', 'C1')]);
    expect(again([delivered('x2', 'C1')]).total.doubled).toBe(0);
    const twice = again([delivered('x2', 'C1'), reply('x2', 'AA', 'C1')]);
    expect(twice.total.doubled).toBe(1);
    expect(twice.doubled.map((exchange) => exchange.id)).toEqual(['x3']);
  });

  it('counts the same message sent twice once, accepted when either was', () => {
    const { total } = reconciled([sent('x1', 'C1'), sent('x2', 'C1'), reply('x2', 'AA', 'C1'), delivered('x3', 'C1')]);
    expect(total).toMatchObject({ sent: 1, acknowledged: 1, delivered: 1, unanswered: 0 });
  });

  it('shows what came out under an id that nobody sent', () => {
    const { unknownOrigin, total } = reconciled([sent('x1', 'C1'), reply('x1', 'AA', 'C1'), delivered('x2', 'NEW')]);
    expect(unknownOrigin.map((exchange) => exchange.id)).toEqual(['x2']);
    expect(total.missing).toBe(1);
  });

  it('does not judge deliveries when the system under test is an actor itself', () => {
    const result = reconciled([sent('x1', 'C1'), reply('x1', 'AA', 'C1')], 'lis');
    expect([result.passesOn, result.total.missing]).toEqual([false, 0]);
  });

  it('counts by message type', () => {
    const { rows } = reconciled([
      sent('x1', 'C1'),
      sent('x2', 'C2'),
      message('x3', 'sent', 'ehr>sut', adt('C3', 'ADT^A03^ADT_A03')),
    ]);
    expect(rows.map((row) => [row.messageType, row.sent])).toEqual([
      ['ADT^A01', 2],
      ['ADT^A03', 1],
    ]);
  });

  it('lets messages without a control id stand for themselves', () => {
    expect(reconciled([sent('x1', ''), sent('x2', '')]).total.sent).toBe(2);
  });
});
