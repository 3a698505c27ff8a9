import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseMessage } from './parse.js';

/** Real messages with known verdicts, kept outside of the repository. */
const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = process.env['PIPEHAT_FIXTURES'] ?? resolve(repository, '../shared/fixtures');
const files = existsSync(folder) ? messageFiles(folder) : [];

function messageFiles(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(^|[\\/])messages$/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

if (files.length === 0) {
  console.warn(
    `NOT CHECKED: that 58 real messages parse and serialise byte-exactly, since ${folder} has none. Set PIPEHAT_FIXTURES.`,
  );
}

describe.skipIf(files.length === 0)('real messages', () => {
  it('are all there', () => {
    expect(files.length).toBeGreaterThanOrEqual(58);
  });

  it.each(files.map((file) => [relative(folder, file), file]))('%s', (_, file) => {
    const bytes = readFileSync(file);
    const result = parseMessage(bytes);
    if (result.kind === 'malformed') throw new Error(result.defects[0]?.reason);
    const { message } = result;
    expect(message.serialize().equals(bytes)).toBe(true);
    expect(message.type.code).toMatch(/^[A-Z]{3}$/);
    expect(message.controlId).not.toBe('');
    // Looking at everything, and putting a field back as it was, changes no byte either.
    for (const segment of message.segments) expect(segment.rawText()?.startsWith(segment.name)).toBe(true);
    expect(message.withRaw('MSH-10', message.rawText('MSH-10') ?? '').raw.equals(bytes)).toBe(true);
    expect(message.withSegments((lines) => lines).raw.equals(bytes)).toBe(true);
  });
});
