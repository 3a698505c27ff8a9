import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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

describe('test', () => {
  /** A port on which nothing listens. */
  async function closedPort(): Promise<number> {
    const { server, port } = await silentServer();
    await closed(server);
    return port;
  }

  function runs(): readonly string[] {
    const folder = join(project.folder, 'results');
    return existsSync(folder) ? readdirSync(folder) : [];
  }

  function config(ehr: string, more = ''): void {
    file(
      'pipehat.config.yaml',
      'environments:',
      '  test:',
      '    role: engine',
      `    actors: { ehr: { ${ehr} } }`,
      more,
    );
    file('features/a.feature', 'Feature: A', '  Scenario: B', `    ${PATIENT}`);
  }

  it('exits with 3 where the system under test cannot be reached: what, where, what to do; and leaves nothing behind', async () => {
    const port = await closedPort();
    config(`send: "mllp://127.0.0.1:${port}", listen: 0`);
    const { status, stdout, stderr } = pipehat('test');
    expect([status, stderr]).toEqual([
      EXIT.infrastructure,
      expect.stringMatching(
        new RegExp(
          `^pipehat: the EHR cannot reach the system under test\\. Cannot connect to 127\\.0\\.0\\.1:${port}: nothing listens there\\.[^\\n]*\\n {4}start it, or correct "send" .*"pipehat doctor"`,
        ),
      ),
    ]);
    expect(stdout).toBe('');
    expect(runs()).toEqual([]);
  });

  it('exits with 3 where a port of ours is taken', async () => {
    const { server, port } = await silentServer();
    config(`send: "mllp://127.0.0.1:${port}", listen: ${port}`);
    const { status, stderr } = pipehat('test');
    expect([status, stderr]).toEqual([
      EXIT.infrastructure,
      expect.stringMatching(/Cannot listen on 127\.0\.0\.1:\d+.*"listen"/s),
    ]);
    await closed(server);
  });

  it('exits with 2 for a profile that is not there', async () => {
    config(`send: "mllp://127.0.0.1:${await closedPort()}"`, 'profiles: [no-such-profile]');
    const { status, stderr } = pipehat('test');
    expect([status, stderr]).toEqual([
      EXIT.usage,
      expect.stringMatching(/pipehat\.config\.yaml:5:12 {2}profiles\.0: there is no profile /),
    ]);
  });

  it('exits with 2 for a step file that cannot be imported, with its name and line, and does not hang', () => {
    file('pipehat.config.yaml', 'environments: { demo: { demoEngine: true } }');
    file('features/a.feature', 'Feature: A', '  Scenario: B', `    ${PATIENT}`);
    file('steps/good.steps.ts', "import { Given } from '@cucumber/cucumber';", "Given('nothing', () => {});");
    file(
      'steps/later.steps.ts',
      'const port: string | undefined = undefined;',
      '',
      "if (!port) throw new Error('PORT is not set');",
    );
    file('package.json', '{ "type": "module" }');
    for (const args of [['test'], ['test', '--dry-run']]) {
      const { status, stderr } = pipehat(...args);
      expect([status, stderr]).toEqual([
        EXIT.usage,
        expect.stringMatching(
          /^pipehat: .*later\.steps\.ts: PORT is not set \(at .*later\.steps\.ts:3:\d+\)\n {4}mend what is named above/,
        ),
      ]);
    }
    expect(runs()).toEqual([]);
  });

  it('exits with 2 and says what is missing where step files are no modules', () => {
    file('pipehat.config.yaml', 'environments: { demo: { demoEngine: true } }');
    file('package.json', '{}');
    rmSync(join(project.folder, 'steps'), { recursive: true, force: true });
    file('steps/old.steps.ts', "import { Given } from '@cucumber/cucumber';", "Given('nothing', () => {});");
    const { status, stderr } = pipehat('test');
    expect([status, stderr]).toEqual([
      EXIT.usage,
      expect.stringMatching(/old\.steps\.ts: step files are modules: add "type": "module" to the package\.json/),
    ]);
  });
});
