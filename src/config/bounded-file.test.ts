import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MOST_CONFIG_BYTES, MOST_PEM_BYTES, readBounded } from './bounded-file.js';
import { loadConfig } from './load.js';

function file(text: string, name = 'pipehat.config.yaml'): string {
  const folder = mkdtempSync(join(tmpdir(), 'pipehat-bounded-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const problems = (path: string): string => JSON.stringify(loadConfig(path));

describe('what is read is bounded', () => {
  it('reads what there is, and no more than may be', () => {
    expect(readBounded(file('äöü'), 6)).toBe('äöü');
    expect(() => readBounded(file('äöü!'), 6)).toThrow(/too large/);
  });

  it('a config that is too large is a mistake with its size', () => {
    expect(problems(file(`# ${'x'.repeat(MOST_CONFIG_BYTES)}`))).toContain(`more than ${MOST_CONFIG_BYTES} bytes`);
  });

  it.skipIf(process.platform === 'win32')('one that has no end is too', () => {
    expect(problems('/dev/zero')).toContain(`more than ${MOST_CONFIG_BYTES} bytes`);
  });

  it('aliases of aliases come to nothing', () => {
    const levels = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(10)}]`);
    expect(problems(file(['l0: &l0 [x,x,x,x,x,x,x,x,x,x]', ...levels].join('\n')))).toMatch(
      /aliases of aliases|is not known/,
    );
  });

  it('a certificate that is too large is named', () => {
    const path = file(
      'environments:\n  t:\n    role: engine\n    actors: { ehr: { send: "mllps://127.0.0.1:1" } }\n    tls: { ca: big.pem }\n',
    );
    writeFileSync(join(path, '..', 'big.pem'), `-----BEGIN CERTIFICATE-----${'A'.repeat(MOST_PEM_BYTES)}`);
    expect(problems(path)).toMatch(/big\.pem cannot be read \(more than 1048576 bytes\)/);
  });
});
