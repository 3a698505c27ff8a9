import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCucumber } from './doctor/cucumber.js';
import { doctor } from './doctor/doctor.js';
import { checkBrowser, checkNode } from './doctor/machine.js';
import { EXIT } from './exit-codes.js';
import { Recorder } from './testdata/recorder.js';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'pipehat-doctor-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each([
  ['18.20.0', 'broken'],
  ['20.18.3', 'broken'],
  ['20.19.0', 'ok'],
  ['22.0.0', 'ok'],
])('Node %s is %s', (version, status) => {
  expect(checkNode(version).status).toBe(status);
});

describe('cucumber', () => {
  const install = (place: string): string => {
    const copy = join(folder, place, 'node_modules', '@cucumber', 'cucumber');
    mkdirSync(copy, { recursive: true });
    writeFileSync(join(copy, 'package.json'), '{ "name": "@cucumber/cucumber", "version": "12.9.0" }');
    return join(folder, place);
  };

  it('is fine where both find the same copy', () => {
    const project = install('project');
    expect(checkCucumber(project, join(project, 'node_modules', 'pipehat'))).toMatchObject({ status: 'ok' });
  });

  it('is broken with two copies, and both are named', () => {
    const [project, linked] = [install('project'), install('linked')];
    const check = checkCucumber(project, linked);
    expect(check.status).toBe('broken');
    expect(check.detail).toContain(project);
    expect(check.detail).toContain(linked);
  });

  it('is broken where pipehat has none, and a note where only the project has none', () => {
    const project = install('project');
    // No folder on the way up from it has modules, whatever lies about in the folder for temporary files.
    const bare = join(parse(folder).root, 'no-such-folder-of-pipehat');
    expect(checkCucumber(project, bare).status).toBe('broken');
    expect(checkCucumber(bare, project).status).toBe('note');
  });
});

it('finds a browser on the path', () => {
  const name = process.platform === 'win32' ? 'chrome.exe' : 'chromium';
  expect(checkBrowser({ PATH: folder }).status).toBe('note');
  writeFileSync(join(folder, name), '');
  expect(checkBrowser({ PATH: folder })).toMatchObject({ status: 'ok', detail: join(folder, name) });
});

describe('a project', () => {
  const withConfig = (send: number, listen: number, more = ''): void =>
    writeFileSync(
      join(folder, 'pipehat.config.yaml'),
      `environments: { test: { role: engine, actors: { ehr: { send: "mllp://127.0.0.1:${send}", listen: ${listen} } }${more} } }\n`,
    );

  const examined = async () => {
    const terminal = new Recorder();
    const code = await doctor({ config: 'pipehat.config.yaml', format: 'json' }, folder, terminal);
    const { checks } = JSON.parse(terminal.text);
    const status = (name: RegExp) => checks.find((check: { name: string }) => name.test(check.name))?.status;
    return { code, status, checks };
  };

  it('has every port tried: those of the system under test must answer, ours must be free', async () => {
    const server = await serverOnFreePort();
    withConfig(portOf(server), portOf(server));
    const taken = await examined();
    expect([taken.status(/system under test/), taken.status(/port of our ehr/)]).toEqual(['ok', 'unreachable']);
    const port = portOf(server);
    await new Promise((resolve) => server.close(resolve));
    withConfig(port, port);
    const silent = await examined();
    expect([silent.status(/system under test/), silent.status(/port of our ehr/)]).toEqual(['unreachable', 'ok']);
    expect([taken.code, silent.code]).toEqual([EXIT.infrastructure, EXIT.infrastructure]);
  });

  it('with mistakes in the config is to be mended', async () => {
    withConfig(1, 2, ', rol: engine');
    const { code, status, checks } = await examined();
    expect([code, status(/^config$/)]).toEqual([EXIT.usage, 'broken']);
    expect(JSON.stringify(checks)).toContain('did you mean');
  });

  it('whose system under test is the demo engine has no port to try', async () => {
    writeFileSync(join(folder, 'pipehat.config.yaml'), 'environments: { demo: { demoEngine: true } }\n');
    const { status, checks } = await examined();
    expect(status(/^system under test$/)).toBe('ok');
    expect(checks.filter((check: { name: string }) => /port of/.test(check.name))).toEqual([]);
  });

  it('need not have a config', async () => {
    expect((await examined()).status(/^config$/)).toBe('note');
  });
});

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function serverOnFreePort(): Promise<Server> {
  const server = createServer((socket) => socket.resume().on('end', () => socket.end()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
