import { describe, expect, it } from 'vitest';
import { fold } from './fold.js';
import type { JournalEntry } from './journal-entry.js';
import { adt, finding, manifest, message, reply, scenarioFinished, scenarioStarted } from './testdata/entries.js';

const start: JournalEntry = { kind: 'run-started', manifest: manifest({ requirements: { 'IF-7': 'Seven' } }) };
const end: JournalEntry = { kind: 'run-finished', verdict: 'passed', interrupted: false, at: '2024-05-02T08:01:00Z' };

describe('a run that came to its end', () => {
  const run = fold([
    start,
    scenarioStarted('s1', ['one', 'two'], ['@REQ-ADT-001', '@IF-7', '@adt']),
    { kind: 'step-finished', scenario: 's1', index: 0, status: 'passed', durationMs: 3 },
    message('x1', 'sent', 'ehr>sut', adt('C1'), 's1'),
    reply('x1', 'AA', 'C1'),
    { kind: 'outcome', exchange: 'x1', outcome: 'acknowledged' },
    { kind: 'finding', exchange: 'x1', finding: finding('on-the-exchange') },
    { kind: 'finding', scenario: 's1', finding: finding('on-the-scenario') },
    { kind: 'sut-control', scenario: 's1', action: 'kill', at: '2024-05-02T08:00:01Z' },
    scenarioFinished('s1', 'passed'),
    end,
  ]);

  it('takes the verdict of its scenarios', () => {
    expect([run.verdict, run.complete, run.interrupted]).toEqual(['passed', true, false]);
  });

  it('gives each scenario its exchanges with header and acknowledgment read from the bytes', () => {
    expect(run.scenarios[0]?.exchanges).toMatchObject([
      {
        id: 'x1',
        messageType: 'ADT^A01',
        controlId: 'C1',
        outcome: 'acknowledged',
        accept: { code: 'AA', controlId: 'C1', afterMs: 10 },
      },
    ]);
    expect(run.scenarios[0]?.exchanges[0]?.raw.toString()).toBe(adt('C1'));
    expect(run.strayExchanges).toEqual([]);
  });

  it('hangs a finding on its exchange, or else on its scenario', () => {
    expect(run.scenarios[0]?.exchanges[0]?.findings.map((each) => each.code)).toEqual(['on-the-exchange']);
    expect(run.scenarios[0]?.findings.map((each) => each.code)).toEqual(['on-the-scenario']);
  });

  it('reads requirement ids from tags: REQ-..., and every id that the config lists', () => {
    expect(run.scenarios[0]?.requirements).toEqual(['REQ-ADT-001', 'IF-7']);
  });

  it('shows steps that were not reached as not run', () => {
    expect(run.scenarios[0]?.steps.map((step) => step.status)).toEqual(['passed', 'not-run']);
  });

  it('keeps what was done to the system under test', () => {
    expect(run.scenarios[0]?.controls).toEqual([{ action: 'kill', at: '2024-05-02T08:00:01Z' }]);
  });
});

describe('a run that is not whole', () => {
  it('makes a scenario without an end untestable, and says why', () => {
    const run = fold([start, scenarioStarted('s1', ['one'])]);
    expect(run.scenarios[0]).toMatchObject({
      verdict: 'untestable',
      reason: 'the run ended before this scenario finished',
    });
    expect([run.verdict, run.complete]).toEqual(['untestable', false]);
  });

  it('is not green when it was killed between two scenarios', () => {
    const run = fold([start, scenarioStarted('s1', []), scenarioFinished('s1', 'passed')]);
    expect(run.verdict).toBe('untestable');
  });

  it('is not green when it was interrupted', () => {
    const run = fold([
      start,
      scenarioStarted('s1', []),
      scenarioFinished('s1', 'passed'),
      { ...end, interrupted: true },
    ]);
    expect([run.verdict, run.interrupted]).toEqual(['untestable', true]);
  });

  it('is untestable when nothing ran, whatever its last line says', () => {
    expect(fold([start, end]).verdict).toBe('untestable');
  });

  it('stays failed when a scenario failed before the kill', () => {
    expect(fold([start, scenarioStarted('s1', []), scenarioFinished('s1', 'failed')]).verdict).toBe('failed');
  });

  it('can be read without its first line', () => {
    const run = fold([scenarioStarted('s1', []), scenarioFinished('s1', 'passed'), end], 1);
    expect([run.manifest.sut.name, run.scenarios.length, run.unreadableLines]).toEqual(['unknown', 1, 1]);
  });
});

describe('what no scenario claimed', () => {
  const run = fold([
    start,
    scenarioStarted('s1', []),
    message('x1', 'received', 'sut>lis', adt('LATE')),
    message('x2', 'received', 'sut>lis', adt('LOST-SCENARIO'), 's9'),
    { kind: 'finding', finding: finding('late') },
    { kind: 'finding', scenario: 's1', exchange: 'x1', finding: finding('seen-in-s1') },
    { kind: 'wire', link: 'sut>lis', event: 'junk', raw: 'AAE=', at: '2024-05-02T08:00:01Z' },
    { kind: 'wire', scenario: 's1', link: 'sut>lis', event: 'empty', raw: '', at: '2024-05-02T08:00:01Z' },
    scenarioFinished('s1', 'passed'),
    end,
  ]);

  it('is kept as strays', () => {
    expect(run.strayExchanges.map((exchange) => exchange.id)).toEqual(['x1', 'x2']);
    expect(run.strayFindings.map((each) => each.code)).toEqual(['late']);
    expect(run.strayWire.map((wire) => [wire.event, [...wire.raw]])).toEqual([['junk', [0, 1]]]);
    expect(run.scenarios[0]?.wire.map((wire) => wire.event)).toEqual(['empty']);
  });

  it('shows a finding in the scenario that it is about, and on the stray exchange too', () => {
    expect(run.scenarios[0]?.findings.map((each) => each.code)).toEqual(['seen-in-s1']);
    expect(run.strayExchanges[0]?.findings.map((each) => each.code)).toEqual(['seen-in-s1']);
  });
});

describe('odd entries', () => {
  it('keeps the first reply of a stage', () => {
    const sent = message('x1', 'sent', 'ehr>sut', adt('C1'));
    const run = fold([start, sent, reply('x1', 'AA', 'C1'), reply('x1', 'AE', 'C1'), end]);
    expect(run.strayExchanges[0]?.accept?.code).toBe('AA');
  });

  it('keeps an exchange whose bytes are no message', () => {
    const run = fold([start, message('x1', 'received', 'sut>lis', '<html>'), end]);
    expect(run.strayExchanges[0]).toMatchObject({ messageType: '', controlId: '' });
    expect(run.strayExchanges[0]?.raw.toString()).toBe('<html>');
  });

  it('ignores a reply, an outcome and a step of something unknown', () => {
    const run = fold([
      start,
      reply('x9', 'AA', 'C1'),
      { kind: 'outcome', exchange: 'x9', outcome: 'timed-out' },
      { kind: 'step-finished', scenario: 's9', index: 0, status: 'passed', durationMs: 1 },
      end,
    ]);
    expect([run.scenarios, run.strayExchanges]).toEqual([[], []]);
  });

  it('shows a failed hook and a step that the start did not list', () => {
    const run = fold([
      start,
      scenarioStarted('s1', []),
      { kind: 'step-finished', scenario: 's1', index: 1, status: 'passed', durationMs: 1 },
      { kind: 'hook-failed', scenario: 's1', name: 'open the session', error: 'no link' },
    ]);
    expect(run.scenarios[0]?.steps.map((step) => [step.text, step.status])).toEqual([
      ['step 2', 'passed'],
      ['hook: open the session', 'failed'],
    ]);
  });
});
