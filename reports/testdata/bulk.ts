import { fold } from '../../src/evidence/fold.js';
import type { RunRecord } from '../../src/evidence/run-record.js';
import { JournalMaker } from './journal-maker.js';
import { MANIFEST } from './specimen.js';
import * as ward from './ward.js';

/** A run of the size of a go-live suite: `scenarios` times an admission, an order, its answer and a panel of results. */
export function bulkRun(scenarios: number): RunRecord {
  const journal = new JournalMaker();
  journal.add({ kind: 'run-started', manifest: MANIFEST });
  for (let n = 0; n < scenarios; n++) {
    if (n % 8 === 0) journal.feature(`Feature ${n / 8 + 1}`, `features/bulk/feature-${n / 8 + 1}.feature`);
    const id = String(n).padStart(5, '0');
    const patient = { ...ward.FRASER, mrn: `800${id}`, visit: `V55${id}` };
    journal.scenario(`A panel is ordered and reported, number ${n}`, ['@laboratory', '@REQ-LAB-018'], [
      'Given the EHR has admitted the patient to "ICU^101^A"',
      'When the EHR places the laboratory order "Comprehensive metabolic panel"',
      'And the laboratory reports a final result',
      'Then the EHR receives a final result with 6 observations',
    ]);
    const panel = '24323-8^Comprehensive metabolic 2000 panel^LN';
    const messages: readonly (readonly [string, string])[] = [
      ['ehr', ward.adt('A01', `A${id}`, patient)],
      ['ehr', ward.order(`O${id}`, patient, `P${id}`, panel)],
      ['lis', ward.orderAnswer(`R${id}`, `O${id}`, `P${id}`, `F${id}`, panel)],
      ['lis', ward.result(`U${id}`, patient, `P${id}`, `F${id}`, 'F', ward.panel('F'))],
    ];
    for (const [actor, text] of messages) {
      const controlId = text.split('|')[9] ?? '';
      journal.reply(journal.send(actor, text), ward.ack('X', 'AA', controlId, 'sut', actor), 5);
    }
    journal.steps('passed', 'passed', 'passed', 'passed');
    journal.end('passed');
  }
  journal.add({ kind: 'run-finished', verdict: 'passed', interrupted: false, at: journal.at(20) });
  return fold(journal.entries);
}
