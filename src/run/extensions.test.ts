import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { testTools } from '../../simulators/testing/test-tools.js';
import type { Extensions } from '../config/config.js';
import { loadExtensions } from './extensions.js';

const folder = mkdtempSync(join(tmpdir(), 'pipehat-extensions-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
/** A module of the project; a new name each time, since modules are loaded once. */
function module(content: string): string {
  const file = join(folder, `own-${++count}.mjs`);
  writeFileSync(file, content);
  return file;
}

const load = (given: Partial<Extensions>) =>
  loadExtensions({ simulators: [], faults: [], reports: [], functions: [], ...given }, folder);

const SIMULATOR = `export const simulator = () => ({
  role: 'lis', initial: () => 0, keyOf: () => 'all', step: (state) => ({ state: state + 1, effects: [] }),
});`;
const FAULT = "export const fault = { name: 'own-fault', says: 'it', parameters: {}, make: () => ({}) };";
const report = (facts: string): string =>
  `export const report = { name: 'own', fileName: 'own.txt', summary: 's', isShareable: true, write: () => '', ${facts} };`;

describe('what the config names is loaded', () => {
  it('simulators by role, faults, reports', async () => {
    const given = { simulators: [module(SIMULATOR)], faults: [module(FAULT)], reports: [module(report(''))] };
    const result = await load(given);
    expect(result).toMatchObject({
      kind: 'extensions',
      extensions: { faults: [{ name: 'own-fault' }], reports: [{ name: 'own' }] },
    });
    expect(result.kind === 'extensions' && Object.keys(result.extensions.simulators)).toEqual(['lis']);
  });

  it('functions that profiles name, by those names', async () => {
    const result = await load({
      functions: [module("export const rules = { 'com.example.Known': () => true, known: () => false };")],
    });
    expect(result.kind === 'extensions' && [...result.extensions.functions.keys()]).toEqual([
      'com.example.Known',
      'known',
    ]);
  });

  it('also from a package that is installed in the project', async () => {
    const home = join(folder, 'node_modules', 'ward-faults');
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{"name":"ward-faults","type":"module","exports":"./index.js"}');
    writeFileSync(join(home, 'index.js'), FAULT);
    expect(await load({ faults: ['ward-faults'] })).toMatchObject({ kind: 'extensions' });
  });
});

describe('what cannot be used is told with its place and what to do', () => {
  it.each<[string, Partial<Extensions>, RegExp]>([
    ['a file that is not there', { faults: [join(folder, 'gone.mjs')] }, /no such file.*relative to the config/],
    [
      'a package that is not there',
      { faults: ['no-such-package'] },
      /cannot be loaded.*npm install --save-dev no-such/,
    ],
    ['a module that throws', { faults: [module("throw new Error('oops')")] }, /cannot be loaded: oops/],
    ['a module without the export', { faults: [module(SIMULATOR)] }, /exports no "fault" \(it exports simulator\)/],
    ['functions that are none', { functions: [module('export const rules = { a: 1 }')] }, /an object of functions/],
    [
      'a function twice',
      {
        functions: [module('export const rules = { a: () => true }'), module('export const rules = { a: () => true }')],
      },
      /the function "a" is taken already/,
    ],
    ['a simulator that is no function', { simulators: [module('export const simulator = {}')] }, /not a function/],
    ['a simulator without a role', { simulators: [module('export const simulator = () => ({})')] }, /must give a role/],
    [
      'a maker that throws',
      { simulators: [module("export const simulator = () => { throw new Error('oops') }")] },
      /threw: oops/,
    ],
    ['a fault without parameters', { faults: [module("export const fault = { name: 'x' }")] }, /defineFault/],
    [
      'a fault of a name that Pipehat has',
      { faults: [module(FAULT.replace('own-fault', 'missing-end'))] },
      /"missing-end" is taken/,
    ],
    ['a report without isShareable', { reports: [module(report('isShareable: undefined'))] }, /isShareable/],
    ['a report outside of the run', { reports: [module(report("fileName: '../own.txt'"))] }, /not a path/],
    [
      'a report in the place of the journal',
      { reports: [module(report("fileName: 'Run.ndjson'"))] },
      /"run.ndjson" is taken/,
    ],
  ])('%s', async (_, given, expected) => {
    const result = await load(given);
    expect(result).toMatchObject({
      kind: 'unusable',
      problems: [{ where: expect.stringMatching(/^extensions\.\w+: \S/) }],
    });
    expect(result.kind === 'unusable' && `${result.problems[0]?.what}; ${result.problems[0]?.remedy}`).toMatch(
      expected,
    );
  });

  it('all at once, two simulators of one role among them', async () => {
    const result = await load({ simulators: [module(SIMULATOR), module(SIMULATOR)], faults: [module(SIMULATOR)] });
    expect(result).toMatchObject({
      problems: [{ what: 'the role lis is taken already' }, { what: expect.stringMatching(/exports no "fault"/) }],
    });
  });
});

describe('a simulator of the project that throws', () => {
  const thrower = `export const simulator = () => ({
    role: 'lis', initial: () => 0, keyOf: () => { throw new Error('no key') }, step: () => { throw new Error('no step') },
  });`;

  async function throwing() {
    const result = await load({ simulators: [module(thrower)] });
    const made = result.kind === 'extensions' ? result.extensions.simulators.lis?.() : undefined;
    if (made === undefined) throw new Error('it was not loaded');
    return made;
  }

  it('leaves a message unanswered, and says so', async () => {
    const simulator = await throwing();
    const event = { kind: 'timer', name: 'x' } as const;
    expect(simulator.keyOf(event)).toBe('');
    const text = 'the lis of the project threw at a timer event: no step';
    expect(simulator.step(0, event, testTools('lis'))).toEqual({
      state: 0,
      effects: [{ kind: 'note', level: 'alert', text }],
    });
  });

  it('fails the step that commanded it', async () => {
    const simulator = await throwing();
    expect(() => simulator.step(0, { kind: 'command', command: {} }, testTools('lis'))).toThrow('no step');
  });
});
