// Longer than 250 lines because it is one realistic run told from beginning to end: cutting it would hide the order of its events.
import type { Finding } from '../../src/evidence/finding.js';
import { fold } from '../../src/evidence/fold.js';
import type { JournalEntry, RunManifest } from '../../src/evidence/journal-entry.js';
import type { RunRecord } from '../../src/evidence/run-record.js';
import { JournalMaker } from './journal-maker.js';
import { picture } from './picture.js';
import * as ward from './ward.js';

/** A run of a small suite in which everything happens that a report has to show. */
export function specimenEntries(): readonly JournalEntry[] {
  const journal = new JournalMaker();
  journal.add({ kind: 'run-started', manifest: MANIFEST });
  stays(journal);
  merges(journal);
  laboratory(journal);
  radiology(journal);
  pharmacy(journal);
  acknowledgments(journal);
  transport(journal);
  strays(journal);
  journal.add({ kind: 'run-finished', verdict: 'failed', interrupted: false, at: journal.at(20) });
  return journal.entries;
}

export function specimenRun(): RunRecord {
  return fold(specimenEntries());
}

/** The same run, killed while the seventh scenario ran: its journal simply stops. */
export function killedRun(): RunRecord {
  const entries = specimenEntries();
  const seventh = entries.findIndex((entry) => entry.kind === 'scenario-started' && entry.scenario === 's7');
  return fold(entries.slice(0, seventh + 3), 1);
}

export const MANIFEST: RunManifest = {
  run: '2025-03-11T09-30-00Z',
  startedAt: '2025-03-11T09:30:00.000Z',
  pipehat: '0.1.0',
  node: 'v20.19.0',
  platform: 'linux x64',
  cucumber: '12.9.0',
  environment: 'acceptance',
  sut: { name: 'Harbour Interface Engine', version: '4.2.1', role: 'engine', addresses: ['127.0.0.1:2575', '127.0.0.1:2576'] },
  seed: 'st-mungo-7',
  clock: '2025-03-11T09:30:00Z',
  timeScale: 0.05,
  links: [
    ...['ehr', 'lis', 'ris', 'pharmacy'].map((actor, index) => ({
      ...{ name: `${actor}>sut`, from: actor, to: 'sut', tls: actor === 'ehr' },
      address: `127.0.0.1:${2575 + index}`,
    })),
    ...['ehr', 'lis', 'ris', 'pharmacy'].map((actor, index) => ({
      ...{ name: `sut>${actor}`, from: 'sut', to: actor, tls: false },
      address: `127.0.0.1:${2675 + index}`,
    })),
  ],
  hashes: {
    'features/adt/stay.feature': '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
    'features/laboratory/results.feature': '4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce',
    'profiles/lab-results/profile.yaml': '4b227777d4dd1fc61c6f884f48641d02b4d121d3fd328cb08b5531fcacdabf8a',
  },
  requirements: {
    'REQ-ADT-004': 'A stay is followed from admission to discharge, and a mistaken event can be taken back',
    'REQ-ADT-007': 'After a merge, nothing is filed under the number that was given up',
    'REQ-LAB-011': 'A laboratory order reaches the laboratory and is answered with its filler number',
    'REQ-LAB-018': 'Results arrive with every observation, unit, range and flag',
    'REQ-LAB-019': 'A corrected result replaces the earlier value',
    'REQ-LAB-024': 'A result for an unknown patient is refused',
    'REQ-RAD-026': 'An imaging report arrives with all of its paragraphs',
    'REQ-RAD-027': 'The study instance UID is the same in every message of an examination',
    'REQ-PHA-028': 'A dose is recorded as what happened to it',
    'REQ-ACK-033': 'A message that cannot be used is answered with the error and its place',
    'REQ-RES-035': 'An interruption neither loses nor doubles a message',
    'REQ-SEC-040': 'Certificates that are out of date are refused',
  },
  command: 'pipehat test features --env acceptance --seed st-mungo-7',
};

/** The EHR sends, the system under test acknowledges and delivers, each receiver acknowledges. */
function passOn(journal: JournalMaker, from: string, text: string, controlId: string, to: readonly string[]): string {
  const trigger = /\|\w{3}\^(\w{3})/.exec(text)?.[1] ?? '';
  const sent = journal.reply(journal.send(from, text), ward.ack(trigger, 'AA', controlId, 'sut', from), 4 + controlId.length);
  for (const actor of to) {
    journal.reply(journal.receive(actor, text), ward.ack(trigger, 'AA', controlId, actor, 'sut'), 3);
  }
  return sent;
}

function stays(journal: JournalMaker): void {
  const far = ['lis', 'ris', 'pharmacy'];
  journal.feature("A patient's stay", 'features/adt/stay.feature');
  journal.scenario('A patient is admitted to a bed', ['@adt', '@REQ-ADT-004'], [
    'Given a synthetic adult patient with an assigned record number',
    'When the EHR admits the patient to "ICU^101^A"',
    'Then the message is acknowledged as accepted within 2 seconds',
    'And the laboratory, radiology and the pharmacy know the patient',
  ]);
  passOn(journal, 'ehr', ward.adt('A01', 'E7Q2A0001', ward.FRASER), 'E7Q2A0001', far);
  journal.steps('passed', 'passed', 'passed', 'passed');
  journal.end('passed');
  journal.scenario(
    'A discharge entered by mistake is taken back',
    ['@adt', '@REQ-ADT-004'],
    [
      'Given the EHR has admitted the patient to "ICU^101^A"',
      'And the EHR has discharged the patient',
      'When the EHR cancels the discharge',
      'Then the visit is open again in bed "ICU^101^A" under the same visit number',
    ],
    17,
  );
  for (const [index, trigger] of ['A01', 'A03', 'A13'].entries()) {
    const controlId = `E7Q2A001${index}`;
    passOn(journal, 'ehr', ward.adt(trigger, controlId, ward.OBRIEN), controlId, far);
  }
  journal.steps('passed', 'passed', 'passed', 'passed');
  journal.end('passed');
  journal.scenario('A name that looks like markup arrives as it was written', ['@adt', '@REQ-ADT-004'], [
    'Given a synthetic patient whose name is "<script>alert(1)</script>"',
    'When the EHR admits the patient to "ICU^101^A"',
    'Then the laboratory receives the same name',
  ]);
  passOn(journal, 'ehr', ward.adt('A01', 'E7Q2A0020', ward.HOSTILE), 'E7Q2A0020', ['lis']);
  journal.steps('passed', 'passed', 'passed');
  journal.end('passed');
}

function merges(journal: JournalMaker): void {
  journal.feature('Two records become one', 'features/adt/merge.feature');
  journal.scenario('A result for an order of the merged record is filed under the surviving number', ['@adt', '@REQ-ADT-007'], [
    'Given a second record of the same person with an open order "Potassium"',
    'When the EHR merges the second record into the first',
    'Then a result for that order is filed under the first record number',
    'And no finding is left open',
  ]);
  const merge = ward.adt('A40', 'E7Q2M0001', ward.FRASER, ['MRG|80049999^^^STMUNGO^MR||AC80049999^^^STMUNGO^AN']);
  passOn(journal, 'ehr', merge, 'E7Q2M0001', ['lis', 'ris', 'pharmacy']);
  const merged = { ...ward.FRASER, mrn: '80049999' };
  const text = ward.result('L3K9R0001', merged, 'P7001', 'F3301', 'F', [
    ward.obx(1, ward.POTASSIUM, '4.4', 'mmol/L', '3.5-5.1', 'N', 'F'),
  ]);
  journal.reply(journal.send('lis', text), ward.ack('R01', 'AA', 'L3K9R0001', 'sut', 'lis'), 7);
  const received = journal.reply(journal.receive('ehr', text), ward.ack('R01', 'AA', 'L3K9R0001', 'ehr', 'sut'), 4);
  journal.finding(KEEPS_MERGED, received);
  journal.steps(
    'passed',
    'passed',
    { status: 'failed', error: 'AssertionError: PID-3.1 of the result that the EHR received (x24)\n  expected 80041177\n  actual   80049999\n  The number was given up by E7Q2M0001 (ADT^A40).\n  nearest message: x24 ORU^R01 L3K9R0001' },
    'skipped',
  );
  journal.end('failed', { blame: 'system under test', reason: 'PID-3.1: expected the surviving record number' });
}

const KEEPS_MERGED: Finding = {
  section: 'workflow',
  classification: 'Error',
  category: 'Identity',
  code: 'merged-number-used',
  path: 'PID[1]-3[1].1',
  line: 2,
  rule: 'ADT^A40, 3.3.40: after the merge the number in MRG-1 is not used',
  expected: 'the surviving record number',
  actual: 'the number in MRG-1',
  message: 'PID-3.1 holds a record number that a merge has given up: file the result under the surviving number.',
};

function laboratory(journal: JournalMaker): void {
  journal.feature('Laboratory orders and results', 'features/laboratory/results.feature');
  journal.scenario('An order is answered with a filler number, and its results arrive complete', ['@laboratory', '@REQ-LAB-011', '@REQ-LAB-018'], [
    'Given the EHR has admitted the patient to "ICU^101^A"',
    'When the EHR places the laboratory order "Comprehensive metabolic panel"',
    'Then the laboratory answers "OK" with a filler number',
    'And the EHR receives a final result with 6 observations',
  ]);
  const panel = '24323-8^Comprehensive metabolic 2000 panel^LN';
  passOn(journal, 'ehr', ward.order('E7Q2O0001', ward.FRASER, 'P7002', panel), 'E7Q2O0001', ['lis']);
  passOn(journal, 'lis', ward.orderAnswer('L3K9A0001', 'E7Q2O0001', 'P7002', 'F3302', panel), 'L3K9A0001', ['ehr']);
  const text = ward.result('L3K9R0002', ward.FRASER, 'P7002', 'F3302', 'F', ward.panel('F'));
  passOn(journal, 'lis', text, 'L3K9R0002', ['ehr']);
  journal.steps('passed', 'passed', 'passed', 'passed');
  journal.end('passed');
  corrected(journal);
  journal.scenario('A result for a patient nobody knows is refused', ['@laboratory', '@REQ-LAB-024'], [
    'Given a record number that was never assigned',
    'When the laboratory reports a result for it',
    'Then the message is refused with "204" at "PID-3"',
  ], 52);
  const unknown = { ...ward.OBRIEN, mrn: '80040000' };
  const refused = journal.send('lis', ward.result('L3K9R0005', unknown, 'P7009', 'F3309', 'F', ward.panel('F').slice(0, 1)));
  const errors = ['ERR||PID^1^3|204^Unknown key identifier^HL70357|E||||no patient has this number'];
  journal.reply(refused, ward.ack('R01', 'AE', 'L3K9R0005', 'sut', 'lis', errors), 8);
  journal.steps('passed', 'passed', 'passed');
  journal.end('passed');
}

function corrected(journal: JournalMaker): void {
  journal.scenario('A corrected potassium replaces the earlier value', ['@laboratory', '@REQ-LAB-019'], [
    'Given a final result for "Potassium" of 6.1 "mmol/L"',
    'When the laboratory corrects the result to 4.1 "mmol/L"',
    'Then the EHR receives a result conforming to profile "lab-results"',
    'And the placer and filler order numbers are those of the order',
  ], 31);
  const first = [ward.obx(1, ward.POTASSIUM, '6.1', 'mmol/L', '3.5-5.1', 'HH', 'F')];
  passOn(journal, 'lis', ward.result('L3K9R0003', ward.FRASER, 'P7003', 'F3303', 'F', first), 'L3K9R0003', ['ehr']);
  const second = ward.result('L3K9R0004', ward.FRASER, 'P7003', 'F3303', 'C', [
    ward.obx(1, ward.POTASSIUM, '4.1', 'mmol/L', '3.5-5.1', 'N', 'C'),
  ]);
  journal.reply(journal.send('lis', second), ward.ack('R01', 'AA', 'L3K9R0004', 'sut', 'lis'), 6);
  const changed = second.replace('|N|||C|||20250311091000+0000', '|N|||F|||').replace('^UCUM|3.5-5.1', '|3.5-5.1');
  const received = journal.reply(journal.receive('ehr', changed), ward.ack('R01', 'AA', 'L3K9R0004', 'ehr', 'sut'), 4);
  for (const finding of CORRECTED) journal.finding(finding, received);
  journal.steps('passed', 'passed', {
    status: 'failed',
    error: 'AssertionError: the result does not conform to profile "lab-results": 2 errors, 1 warning\n  OBX-11   expected C   actual F\n  OBX-14   expected a time   actual nothing',
  }, 'skipped');
  journal.end('failed', { blame: 'system under test', reason: 'the result does not conform to profile "lab-results": 2 errors' });
}

const CORRECTED: readonly Finding[] = [
  {
    ...{ section: 'content', classification: 'Error', category: 'Content', code: 'echo-altered', path: 'OBX[1]-11[1]' },
    ...{ line: 6, rule: 'REQ-LAB-019', expected: 'C', actual: 'F' },
    message: 'OBX-11 was C when the laboratory sent it and F when it arrived: pass the observation status on unchanged.',
  },
  {
    ...{ section: 'structure', classification: 'Error', category: 'Usage', code: 'usage-required', path: 'OBX[1]-14[1]' },
    ...{ line: 6, rule: 'lab-results OBX-14 R', expected: 'a value', actual: 'nothing' },
    message: 'OBX-14 (date/time of the observation) is required and empty.',
  },
  {
    ...{ section: 'value-set', classification: 'Warning', category: 'Code system', code: 'code-system-missing' },
    ...{ path: 'OBX[1]-6[1].3', line: 6, rule: 'lab-results OBX-6', expected: 'UCUM', actual: 'nothing' },
    message: 'OBX-6.3 does not say which system the unit is from.',
  },
  {
    ...{ section: 'structure', classification: 'Warning', category: 'Usage', code: 'segment-missing', path: 'NTE[1]' },
    ...{ rule: 'lab-results NTE RE', expected: 'a note on why the value was corrected' },
    message: 'A corrected result should say in NTE why it was corrected.',
  },
];

function radiology(journal: JournalMaker): void {
  journal.feature('Imaging reports', 'features/radiology/reports.feature');
  journal.scenario('A tester confirms what the clinician sees', ['@radiology', '@manual', '@REQ-RAD-026'], [
    'Given a final report for "Chest X-ray" with three paragraphs',
    'Then a tester confirms "the three paragraphs are shown in order" with a screenshot',
  ]);
  passOn(journal, 'ris', ward.report('R5T1R0001', ward.OBRIEN, 'P7010'), 'R5T1R0001', ['ehr']);
  journal.confirmation({
    ...{ question: 'the three paragraphs are shown in order', verdict: 'confirmed', tester: 'M. Okafor' },
    ...{ at: journal.at(4_000), comment: 'Shown in the results tab, impression in bold.', picture: picture() },
  });
  journal.steps('passed', 'passed');
  journal.end('passed');
  journal.scenario('A tester confirms that the addendum is marked', ['@radiology', '@manual', '@REQ-RAD-026'], [
    'Given an addendum to a final report for "Chest X-ray"',
    'Then a tester confirms "the addendum is marked as such"',
  ], 22);
  passOn(journal, 'ris', ward.report('R5T1R0002', ward.OBRIEN, 'P7010'), 'R5T1R0002', ['ehr']);
  journal.confirmation({ question: 'the addendum is marked as such', verdict: 'pending' });
  journal.steps('passed', 'pending');
  journal.end('pending', { reason: 'a person has not looked yet' });
  journal.scenario('An examination keeps its study instance UID', ['@radiology', '@REQ-RAD-027'], [
    'Given radiology has scheduled "Chest X-ray"',
    'Then every message of the examination has the same study instance UID',
  ], 30);
  journal.steps('skipped', 'skipped');
  journal.end('untestable', { blame: 'infrastructure', reason: 'the environment names no link to deliver scheduling on' });
}

function pharmacy(journal: JournalMaker): void {
  journal.feature('Giving a medicine', 'features/pharmacy/administration.feature');
  journal.scenario('A refused dose is not recorded as given', ['@pharmacy', '@REQ-PHA-028'], [
    'Given an active order "Paracetamol 500 mg" by mouth every 6 hours',
    'When the nurse records that the patient refused the dose because of "nausea"',
    'Then the pharmacy is told the dose was refused with the reason "nausea"',
    'And no administration is counted',
  ]);
  passOn(journal, 'pharmacy', ward.prescription('X8B4E0001', ward.FRASER), 'X8B4E0001', ['ehr']);
  const refused = ward.administration('E7Q2D0001', ward.FRASER, 'RE', '422587007^Nausea^L');
  passOn(journal, 'ehr', refused, 'E7Q2D0001', ['pharmacy']);
  journal.steps('passed', 'passed', 'passed', 'passed');
  journal.end('passed');
  journal.scenario('A substitution is shown to the nurse', ['@pharmacy', '@REQ-PHA-028'], [
    'Given an active order "Ibuprofen 400 mg"',
    'When the pharmacy dispenses a substitute',
  ], 20);
  journal.steps('passed', { status: 'failed', error: 'TypeError: cannot read the dispense of an order that was never encoded\n    at dispense (steps/pharmacy.ts:41:9)' });
  journal.end('harness-error', { blame: 'harness', reason: 'a step of the harness failed by itself' });
}

function acknowledgments(journal: JournalMaker): void {
  journal.feature('Negative acknowledgments', 'features/acknowledgment/errors.feature');
  journal.scenario('A message without a record number is refused where it is wrong', ['@acknowledgment', '@REQ-ACK-033'], [
    'When the EHR admits a patient without a record number',
    'Then the message is refused with "101" at "PID-3"',
  ]);
  for (const controlId of ['E7Q2N0001', 'E7Q2N0002']) {
    const bare = ward.adt('A01', controlId, ward.OBRIEN).replace(/PID\|1\|\|[^|]*/, 'PID|1||');
    const errors = ['ERR||PID^1^3|101^Required field missing^HL70357|E'];
    journal.reply(journal.send('ehr', bare), ward.ack('A01', 'AE', controlId, 'sut', 'ehr', errors), 5);
  }
  journal.steps('passed', 'passed');
  journal.end('passed');
  journal.scenario('An unknown trigger event is rejected', ['@acknowledgment', '@REQ-ACK-033'], [
    'When the EHR sends "ADT^Z99"',
    'Then the message is rejected with "201"',
  ], 15);
  const odd = journal.send('ehr', ward.adt('Z99', 'E7Q2N0003', ward.OBRIEN));
  journal.reply(odd, ward.ack('Z99', 'AR', 'E7Q2N0O03', 'sut', 'ehr'), 5);
  journal.finding(NOT_ECHOED, odd);
  journal.steps('passed', { status: 'failed', error: 'AssertionError: MSA-2 of the acknowledgment of x46\n  expected E7Q2N0003\n  actual   E7Q2N0O03' });
  journal.end('failed', { blame: 'system under test', reason: 'the acknowledgment names another message' });
}

const NOT_ECHOED: Finding = {
  section: 'acknowledgment',
  classification: 'Error',
  category: 'Acknowledgment',
  code: 'control-id-not-echoed',
  path: 'MSA[1]-2[1]',
  line: 2,
  rule: '2.9.2.2: MSA-2 echoes MSH-10 byte for byte',
  message: 'MSA-2 is not the control id of the message that it answers: echo MSH-10 unchanged.',
};

function transport(journal: JournalMaker): void {
  journal.feature('Interruptions', 'features/transport/interruptions.feature');
  journal.scenario('A truncated message is not accepted', ['@transport', '@REQ-RES-035'], [
    'Given the link from the EHR suffers "missing-end" on the next message',
    'When the EHR updates the patient',
    'Then no acknowledgment arrives within 3 seconds',
    'And the next update is acknowledged as accepted',
  ]);
  const cut = journal.send('ehr', ward.adt('A08', 'E7Q2T0001', ward.OBRIEN), ['missing-end']);
  journal.at(3_000);
  journal.outcome(cut, 'timed-out');
  journal.wire('ehr>sut', 'closed by the far end after 3.0 s idle in a frame', Buffer.alloc(0));
  passOn(journal, 'ehr', ward.adt('A08', 'E7Q2T0002', ward.OBRIEN), 'E7Q2T0002', ['lis', 'ris', 'pharmacy']);
  journal.steps('passed', 'passed', 'passed', 'passed');
  journal.end('passed');
  journal.scenario('What was accepted survives a kill of the system under test', ['@transport', '@REQ-RES-035'], [
    'Given the laboratory is not reachable',
    'And the EHR has admitted the patient to "ICU^101^A"',
    'When the system under test is killed and started again',
    'Then the laboratory receives each message exactly once',
  ], 16);
  const admit = ward.adt('A01', 'E7Q2T0003', ward.FRASER);
  journal.reply(journal.send('ehr', admit), ward.ack('A01', 'AA', 'E7Q2T0003', 'sut', 'ehr'), 6);
  journal.outcome(journal.receive('lis', admit), 'connection-lost');
  journal.control('kill', 'SIGKILL to process 41733');
  journal.control('start', 'listening on 127.0.0.1:2575 after 212 ms');
  journal.wire('sut>lis', 'junk before start block', Buffer.from('PROXY TCP4 10.0.0.9 10.0.0.1 5133 2675\r\n'));
  journal.reply(journal.receive('lis', admit), ward.ack('A01', 'AA', 'E7Q2T0003', 'lis', 'sut'), 3);
  const warning = { section: 'wire', classification: 'Warning', category: 'Framing', code: 'junk-before-start' } as const;
  journal.finding({ ...warning, message: '40 bytes came before the start block on sut>lis: a load balancer in between should not speak.' });
  journal.steps('passed', 'passed', 'passed', 'passed');
  journal.end('passed');
}

/** After the last scenario: a delivery once more, and a message that nobody had sent. */
function strays(journal: JournalMaker): void {
  const again = ward.adt('A01', 'E7Q2A0001', ward.FRASER);
  const late = journal.reply(journal.receive('pharmacy', again), ward.ack('A01', 'AA', 'E7Q2A0001', 'pharmacy', 'sut'), 3);
  const finding = { section: 'workflow', classification: 'Error', category: 'Ledger', code: 'delivered-again' } as const;
  journal.finding({ ...finding, message: 'The message was delivered to the pharmacy before, and acknowledged: it has come twice.' }, late);
  const note = { section: 'workflow', classification: 'Informational', category: 'Note', code: 'lis-note' } as const;
  journal.finding({ ...note, message: 'A message came that nobody waits for.' });
  const unknown = ward.adt('A08', 'HUB000017', ward.OBRIEN);
  journal.reply(journal.receive('lis', unknown), ward.ack('A08', 'AA', 'HUB000017', 'lis', 'sut'), 3);
}
