import { describe, expect, it } from 'vitest';
import { xmlDefect } from '../testdata/well-formed.js';
import { FINDINGS_FORMATS, findingsFormat } from './index.js';
import { JSON_FORMAT } from './json.js';
import { JUNIT } from './junit.js';
import { SARIF } from './sarif.js';
import { FACTS, failed, finding, passed, SUMMARY } from './testdata/specimen.js';
import { written } from './testdata/written.js';
import { TEXT } from './text.js';

describe('text', () => {
  it('is as in the specimen', async () => {
    await expect(written(TEXT)).toMatchFileSnapshot('testdata/findings.txt');
  });

  it('writes everything out on request', async () => {
    const verbose = { ...FACTS, isVerbose: true };
    await expect(written(TEXT, undefined, verbose)).toMatchFileSnapshot('testdata/findings-verbose.txt');
  });

  it('says nothing of a message without findings', () => {
    expect(TEXT.piece(passed(), FACTS)).toBe('');
  });

  it('has no control character of a message in it', () => {
    const hostile = failed({
      source: 'a\u001b[2J.hl7',
      lines: ['PID|\u001b]0;x\u0007'],
      findings: [finding('c\u009b', 'PID', 1, 5)],
    });
    expect(written(TEXT, [hostile])).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it('is coloured for a terminal', () => {
    expect(TEXT.piece(failed(), { ...FACTS, colours: true })).toContain('\u001b[31merror\u001b[39m');
  });
});

describe('JSON', () => {
  it('is the contract, always with all keys', () => {
    const document = JSON.parse(written(JSON_FORMAT));
    expect(Object.keys(document)).toEqual(['pipehat', 'messages', 'summary']);
    expect(document.messages[1]).toEqual({ source: 'in/good.hl7', index: 1, profile: 'pipehat-adt-a01', findings: [] });
    const [first] = document.messages[0].findings;
    expect(Object.keys(first)).toEqual(
      'section classification category code path line column rule message expected actual causedBy'.split(' '),
    );
    expect(first).toMatchObject({
      code: 'usage-required',
      path: 'PID[1]-3[1].4',
      line: 3,
      rule: 'REQ-PID-3',
      actual: null,
      causedBy: null,
    });
    expect(document.messages[0].findings).toHaveLength(5);
    expect(document.messages[0].findings[2].causedBy).toBe('usage-required');
  });

  it('sums up, and tells of a baseline only where there is one', () => {
    const summary = { messages: 2, errors: 4, warnings: 0, alerts: 1, specificationErrors: 0, verdict: 'failed' };
    const without = { ...SUMMARY, accepted: 0, expired: [] };
    expect(JSON.parse(written(JSON_FORMAT, undefined, FACTS, without)).summary).toEqual(summary);
    expect(JSON.parse(written(JSON_FORMAT)).summary).toMatchObject({
      ...summary,
      accepted: 1,
      expired: SUMMARY.expired,
    });
  });

  it('is a whole document without any message', () => {
    expect(JSON.parse(written(JSON_FORMAT, []))).toMatchObject({ messages: [] });
  });
});

describe('JUnit', () => {
  it('is as in the specimen', async () => {
    await expect(written(JUNIT)).toMatchFileSnapshot('testdata/findings.xml');
  });

  it('is well-formed, whatever stands in it', () => {
    const hostile = failed({
      source: 'a"<&>\u0000\ud800.hl7',
      controlId: ']]>',
      findings: [finding('x<y', '"', 1, 1, { message: '</failure>' })],
    });
    expect(xmlDefect(written(JUNIT, [hostile, passed(), failed({ verdict: 'untestable' })]))).toBeUndefined();
  });

  it('holds no value of a message', () => {
    expect(written(JUNIT)).not.toMatch(/GREEN|AMELIA|7000001|19700101/);
  });

  it('has a suite a source, of bounded size', () => {
    const many = Array.from({ length: 10_001 }, (_, at) => passed({ index: at + 1, isOneOfMany: true }));
    const counts = [
      ...written(JUNIT, [...many, failed()]).matchAll(/<testsuite name="([^"]*)" tests="(\d+)" failures="(\d+)"/g),
    ];
    expect(counts.map(([, name, tests, failures]) => `${name} ${tests} ${failures}`)).toEqual([
      'in/good.hl7 10000 0',
      'in/good.hl7 1 0',
      'in/adt &amp; co.hl7 1 1',
    ]);
  });

  it('skips what is untestable', () => {
    expect(written(JUNIT, [failed({ verdict: 'untestable' })])).toContain('skipped="1"');
  });
});

describe('SARIF', () => {
  const log = (messages?: Parameters<typeof written>[1]) => JSON.parse(written(SARIF, messages)).runs[0];

  it('has what version 2.1.0 demands', () => {
    const whole = JSON.parse(written(SARIF));
    expect(whole).toMatchObject({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'Pipehat', semanticVersion: '1.2.3' } } }],
    });
    const [run] = whole.runs;
    for (const result of run.results) {
      expect(['none', 'note', 'warning', 'error']).toContain(result.level);
      expect(result.message.text).not.toBe('');
      for (const { physicalLocation: place } of result.locations) {
        expect(place.artifactLocation.uri).toBe('in/adt%20%26%20co.hl7');
        expect(place.region.startLine).toBeGreaterThan(0);
        expect(place.region.startColumn).toBeGreaterThan(0);
        expect(place.region.endColumn).toBeGreaterThan(place.region.startColumn);
      }
    }
    expect(run.tool.driver.rules.map(({ id }: { readonly id: string }) => id)).toEqual([
      'usage-required',
      'code-not-found',
    ]);
  });

  it('places a finding in the source, and names it', () => {
    const [result] = log([failed({ line: 11 })]).results;
    expect(result.locations[0].physicalLocation.region).toEqual({
      startLine: 13,
      startColumn: 8,
      endColumn: 21,
      snippet: { text: failed().lines[2] },
    });
    expect(result.locations[0].logicalLocations).toEqual([{ fullyQualifiedName: 'PID[1]-3[1].4', kind: 'element' }]);
    expect(log().results[3].partialFingerprints).toEqual({ 'pipehat/v1': '0123456789abcdef' });
  });

  it('shows what a baseline accepts as suppressed', () => {
    const suppressed = log().results.filter(({ suppressions }: { readonly suppressions?: unknown }) => suppressions);
    expect(suppressed).toHaveLength(1);
    expect(suppressed[0]).toMatchObject({ ruleId: 'extra-element', suppressions: [{ kind: 'external' }] });
  });

  it.each([
    ['C:\\in\\a b.hl7', 'file:///C:/in/a%20b.hl7'],
    ['/in/a.hl7', 'file:///in/a.hl7'],
    ['in\\a.hl7', 'in/a.hl7'],
  ])('%s is %s', (source, uri) => {
    expect(log([failed({ source })]).results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
  });

  it('has no file for standard input, and no result where nothing is found', () => {
    expect(log([failed({ source: '-' })]).results[0].locations[0]).toEqual({
      logicalLocations: [{ fullyQualifiedName: 'PID[1]-3[1].4', kind: 'element' }],
    });
    expect(log([passed(), passed()]).results).toEqual([]);
  });
});

it('every format has a name of its own and copes with nothing', () => {
  expect(new Set(FINDINGS_FORMATS.map(({ name }) => name)).size).toBe(FINDINGS_FORMATS.length);
  const empty = {
    ...SUMMARY,
    messages: 0,
    failed: 0,
    errors: 0,
    alerts: 0,
    accepted: 0,
    expired: [],
    verdict: 'passed' as const,
  };
  for (const format of FINDINGS_FORMATS) expect(written(format, [], FACTS, empty)).not.toBe('');
  expect(() => findingsFormat('yaml')).toThrow(/no format/);
});
