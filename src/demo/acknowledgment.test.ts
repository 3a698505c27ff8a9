import { describe, expect, it } from 'vitest';
import { acknowledgment, type Verdict } from './acknowledgment.js';
import { NO_HEADER, readHeader } from './header.js';

const AE: Verdict = {
  code: 'AE',
  problems: [
    { code: '103', at: { segment: 'PID', sequence: 1, field: 8 }, text: 'the code in PID-8 is not in table 0001' },
    { code: '102', at: { segment: 'OBX', sequence: 2, field: 5, repetition: 1, component: 2 }, text: 'bad | number' },
  ],
};

function lines(msh: string, verdict: Verdict = { code: 'AA', problems: [] }): string[] {
  const header = readHeader(Buffer.from(`${msh}\rEVN||2026\r`, 'latin1')) ?? NO_HEADER;
  const text = acknowledgment(header, verdict, 'ID1').toString('latin1');
  return text.replace(/\d{14}\.\d{3}\+0000/, 'NOW').split('\r');
}

describe('acknowledgment', () => {
  it('swaps the parties whole and copies MSH-11, MSH-12 and MSH-18', () => {
    const [msh] = lines('MSH|^~\\&|A^1.2^ISO|F^3.4^ISO|X|Y|2026||ADT^A01^ADT_A01|7|T^I|2.5.1^USA||||||8859/1');
    expect(msh).toBe(
      'MSH|^~\\&|DEMO-ENGINE|PIPEHAT|A^1.2^ISO|F^3.4^ISO|NOW||ACK^A01^ACK|ID1|T^I|2.5.1^USA||||||8859/1',
    );
  });

  it.each([' 12 ', 'a\\T\\b', 'x^y', '\xe4\xf6', '1'.repeat(199)])('gives back MSH-10 %j byte for byte', (id) => {
    expect(lines(`MSH|^~\\&|A|F|X|Y|2026||ADT^A01|${id}|T|2.5.1`)[1]).toBe(`MSA|AA|${id}`);
  });

  it.each([
    ['2.2', 'ACK'],
    ['2.3', 'ACK'],
    ['2.3.1', 'ACK^A01'],
    ['2.4', 'ACK^A01^ACK'],
    ['2.8.2', 'ACK^A01^ACK'],
  ])('has the type of version %s', (version, type) => {
    expect(lines(`MSH|^~\\&|A|F|X|Y|2026||ADT^A01|1|T|${version}`)[0]).toContain(`||${type}|ID1|T|${version}`);
  });

  it('speaks 2.5.1 where the version is none, and R33 about point-of-care results', () => {
    expect(lines('MSH|^~\\&|A|F|X|Y|2026||ORU^R31|1|T|9.9')[0]).toContain('||ACK^R33^ACK|ID1|T|2.5.1');
  });

  it('gives each error an ERR with its place from 2.5 on', () => {
    expect(lines('MSH|^~\\&|A|F|X|Y|2026||ADT^A01|1|T|2.5', AE).slice(1)).toEqual([
      'MSA|AE|1',
      'ERR||PID^1^8|103^Table value not found^HL70357|E||||the code in PID-8 is not in table 0001',
      'ERR||OBX^2^5^1^2|102^Data type error^HL70357|E||||bad   number',
      '',
    ]);
  });

  it('gives all errors in one ERR-1, and the first in MSA-3, up to 2.4', () => {
    expect(lines('MSH|^~\\&|A|F|X|Y|2026||ADT^A01|1|T|2.3.1', AE).slice(1)).toEqual([
      'MSA|AE|1|the code in PID-8 is not in table 0001',
      'ERR|PID^1^8^103&Table value not found&HL70357~OBX^2^5^102&Data type error&HL70357',
      '',
    ]);
  });

  it('uses the delimiters of the message', () => {
    const [msh, msa, err] = lines('MSH:;~\\&:A;B:F:X:Y:2026::ADT;A01:1:T:2.5.1', AE);
    expect(msh).toBe('MSH:;~\\&:DEMO-ENGINE:PIPEHAT:A;B:F:NOW::ACK;A01;ACK:ID1:T:2.5.1');
    expect([msa, err?.slice(0, 14)]).toEqual(['MSA:AE:1', 'ERR::PID;1;8:1']);
  });

  it('is bounded, however many errors there are', () => {
    const many: Verdict = { code: 'AE', problems: Array.from({ length: 1_000 }, () => ({ code: '101', text: 'x' })) };
    expect(lines('MSH|^~\\&|A|F|X|Y|2026||ADT^A01|1|T|2.5', many).length).toBeLessThan(30);
  });

  it('can be made where there is no header', () => {
    expect(acknowledgment(NO_HEADER, AE, 'ID1').toString()).toContain('\rMSA|AE|\r');
  });
});
