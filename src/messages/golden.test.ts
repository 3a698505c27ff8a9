import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMessage } from '../hl7/parse.js';
import { builderNamed, MESSAGE_BUILDERS } from './index.js';
import { envelope, everyFact } from './testdata/facts.js';

/** `PIPEHAT_GOLDENS=write` writes the files anew; read the diff before you commit it. */
const isWriting = process.env['PIPEHAT_GOLDENS'] === 'write';
const folder = new URL('./testdata/', import.meta.url);

const cases = MESSAGE_BUILDERS.flatMap((line) =>
  line.versions.map((version) => ({ line, version, file: `${line.name}.${version}.hl7` })),
);

describe.each(cases)('$file', ({ line, version, file }) => {
  const built = line.build(envelope(version), everyFact);

  it('is built byte for byte', () => {
    if (isWriting) writeFileSync(new URL(file, folder), built.raw);
    expect(built.raw.toString('latin1')).toBe(readFileSync(new URL(file, folder), 'latin1'));
  });

  it('parses without an observation and serialises to the same bytes', () => {
    const parsed = parseMessage(built.raw);
    expect(parsed.kind).toBe('message');
    if (parsed.kind !== 'message') return;
    expect(parsed.message.observations).toEqual([]);
    expect(parsed.message.serialize().equals(built.raw)).toBe(true);
  });
});

it('has no golden without a builder', () => {
  const goldens = readdirSync(folder).filter((name) => name.endsWith('.hl7'));
  expect(goldens.sort()).toEqual(cases.map(({ file }) => file).sort());
});

it('finds builders by either name', () => {
  expect(builderNamed('adt-a01')?.structure).toBe('ADT_A01');
  expect(builderNamed('ORU^R01')?.name).toBe('oru-r01');
  expect(builderNamed('vxu-v04')).toBeUndefined();
});
