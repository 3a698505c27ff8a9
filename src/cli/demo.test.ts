import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from './exit-codes.js';
import { closed, silentServer } from './testdata/links.js';
import { Project } from './testdata/project.js';

const PATIENT = 'Given a synthetic adult patient with an assigned record number';

let project: Project;
beforeAll(() => {
  project = new Project();
});
afterAll(() => project.remove());

function file(name: string, ...lines: readonly string[]): string {
  mkdirSync(dirname(join(project.folder, name)), { recursive: true });
  writeFileSync(join(project.folder, name), `${lines.join('\n')}\n`);
  return name;
}

const pipehat = (...args: readonly string[]) => project.pipehat(...args);

function results(name: string): string {
  const [run = ''] = readdirSync(join(project.folder, name));
  return join(project.folder, name, run);
}

describe('demo', () => {
  it.each([
    [
      'a defect that there is not',
      ['--defect', 'drops-zsegment'],
      /there is no defect "drops-zsegment"\n {4}did you mean drops-z-segment\?/,
    ],
    ['a path that is not there', ['features/gone.feature'], /features\/gone\.feature: no such feature file or folder/],
    ['a tag expression', ['features/adt', '--tags', '@adt and ('], /Tag expression "@adt and \(" could not be parsed/],
    ['a place to deliver', ['--serve', '--deliver', 'lab=127.0.0.1:7002'], /--deliver: "lab=.*write role=host:port/s],
  ])('exits with 2 for a mistake in %s', (_, args, message) => {
    const { status, stderr } = pipehat('demo', ...args);
    expect([status, stderr]).toEqual([EXIT.usage, expect.stringMatching(message)]);
  });

  it('exits with 2 for a feature that cannot be read, with its line', () => {
    const path = file('broken.feature', 'Feature: Broken', '  Scenario: One', `    ${PATIENT}`, '    Giben nothing');
    const { status, stderr } = pipehat('demo', path);
    expect([status, stderr]).toEqual([EXIT.usage, expect.stringMatching(/broken\.feature:4: .*'Giben nothing'/)]);
  });

  it('exits with 4 where no scenario matches', () => {
    const { status, stderr } = pipehat('demo', 'features/adt', '--tags', '@nobody-has-this');
    expect([status, stderr]).toEqual([
      EXIT.nothingRan,
      expect.stringMatching(/no scenario matches\n {4}look for .*"@nobody-has-this"/),
    ]);
  });

  it('exits with 2 and is not green where a step is defined by nobody, and reports it', () => {
    const path = file('undefined.feature', 'Feature: A', '  Scenario: B', `    ${PATIENT}`, '    When the EHR sings');
    const { status, stdout } = pipehat('demo', path, '--no-allure', '--results', 'undefined');
    expect(status).toBe(EXIT.usage);
    expect(stdout).toMatch(/a step has no definition: see `pipehat steps`/);
    expect(stdout).not.toMatch(/^PASSED/m);
    expect(readFileSync(join(results('undefined'), 'junit.xml'), 'utf8')).toMatch(/<(error|failure)/);
  });

  it('exits with 5 where nobody is there to look, which --allow-untestable lets pass', () => {
    const path = file(
      'manual.feature',
      '@manual',
      'Feature: By eye',
      '  Scenario: A label',
      `    ${PATIENT}`,
      '    Then a tester confirms that the label is printed',
    );
    const options = ['--no-allure', '--results', 'manual'];
    const { status, stdout } = pipehat('demo', path, ...options);
    expect([status, stdout]).toEqual([EXIT.incomplete, expect.stringMatching(/^PENDING {2}1 scenario/m)]);
    expect(pipehat('demo', path, '--allow-untestable', ...options).status).toBe(EXIT.passed);
  });

  it('exits with 3 where its results cannot be written', () => {
    const { status, stderr } = pipehat(
      'demo',
      'features/transport/exactly-once.feature',
      '--results',
      file('taken', ''),
    );
    expect([status, stderr]).toEqual([
      EXIT.infrastructure,
      expect.stringMatching(
        /the results cannot be written to .*taken: [^\n]+\n {4}choose another folder with --results/,
      ),
    ]);
  });

  it('--serve exits with 3 where its port is taken', async () => {
    const { server, port } = await silentServer();
    const { status, stderr } = pipehat('demo', '--serve', '--port', String(port));
    expect([status, stderr]).toEqual([
      EXIT.infrastructure,
      expect.stringMatching(new RegExp(`127\\.0\\.0\\.1:${port}.*\\n {4}choose another port with --port`, 's')),
    ]);
    await closed(server);
  });
});
