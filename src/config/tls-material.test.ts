import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Mistake } from '../base/mistake.js';
import { CERTIFICATES, tlsLaboratory } from '../mllp/tls-laboratory.js';
import { tlsMaterial } from './tls-material.js';

it('reads the folder of a laboratory, and tells a file that is missing in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pipehat-material-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const laboratory = await tlsLaboratory();
  writeFileSync(join(folder, 'ca.pem'), laboratory.ca);
  for (const kind of CERTIFICATES) {
    writeFileSync(join(folder, `${kind}.pem`), laboratory.certificates[kind].cert);
    writeFileSync(join(folder, `${kind}.key`), laboratory.certificates[kind].key);
  }
  const layers = [{ raw: { laboratory: '.', clientNames: ['engine'] }, path: ['tls'] }];
  const mistakes: Mistake[] = [];
  expect(tlsMaterial(layers, folder, mistakes)).toEqual({
    requireClientCertificate: false,
    clientNames: ['engine'],
    laboratory,
  });
  expect(mistakes).toEqual([]);
  rmSync(join(folder, 'expired.key'));
  tlsMaterial(layers, folder, mistakes);
  expect(mistakes).toMatchObject([
    { path: ['tls', 'laboratory'], what: expect.stringContaining('expired.key cannot be read') },
  ]);
});
