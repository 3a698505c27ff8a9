import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { certificates } from './certificates/certificates.js';
import { EXIT } from './exit-codes.js';
import { Recorder } from './testdata/recorder.js';

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pipehat-certificates-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'laboratory');
}

describe('pipehat certificates', () => {
  it('makes an authority and certificates of it, which only their owner can read', async () => {
    const folder = place();
    expect(await certificates(folder, { name: ['engine.example'] }, new Recorder())).toBe(EXIT.passed);
    const read = (name: string): X509Certificate => new X509Certificate(readFileSync(join(folder, name)));
    expect(read('good.pem').subjectAltName).toBe('DNS:engine.example');
    expect(read('good.pem').verify(read('ca.pem').publicKey)).toBe(true);
    expect(read('unknown-authority.pem').verify(read('ca.pem').publicKey)).toBe(false);
    expect(Date.parse(read('expired.pem').validTo)).toBeLessThan(Date.now());
    if (process.platform === 'win32') return;
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0);
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it('overwrites nothing', async () => {
    const folder = place();
    await certificates(folder, {}, new Recorder());
    const before = readFileSync(join(folder, 'ca.pem'), 'utf8');
    await expect(certificates(folder, {}, new Recorder())).rejects.toThrow(/ca\.pem exists already/);
    expect(readFileSync(join(folder, 'ca.pem'), 'utf8')).toBe(before);
  });
});
