import { describe, expect, it } from 'vitest';
import type { Role } from '../../endpoint/simulator.js';
import type { SimulateFlags } from './options.js';
import { waysOut } from './ways-out.js';

const FLAGS: SimulateFlags = {
  pace: 1_000,
  atOnce: 1,
  orderAnswer: 'same-connection',
  hl7Version: '2.5.1',
  facility: 'PHGH',
  seed: '1',
};

const ways = (role: Role, ...to: readonly string[]) => waysOut(role, { ...FLAGS, to });

describe('where a simulator sends', () => {
  it('sends nowhere without --to', () => {
    expect(waysOut('lis', FLAGS)).toEqual({ departments: [] });
  });

  it('sends everything to one address', () => {
    const send = { host: '127.0.0.1', port: 7001, tls: false };
    expect(ways('ris', 'mllp://127.0.0.1:7001')).toEqual({ departments: [], send });
  });

  it('sends, as an EHR, to each department at its own address', () => {
    expect(ways('ehr', 'lis=mllp://127.0.0.1:7002', 'pharmacy=mllps://localhost:7004')).toEqual({
      departments: [
        { department: 'lis', target: { host: '127.0.0.1', port: 7002, tls: false } },
        { department: 'pharmacy', target: { host: 'localhost', port: 7004, tls: true } },
      ],
    });
  });

  it.each<[Role, readonly string[], string]>([
    ['ehr', ['mllp://127.0.0.1:1', 'mllp://127.0.0.1:2'], 'not clear'],
    ['ehr', ['mllp://127.0.0.1:1', 'lis=mllp://127.0.0.1:2'], 'not clear'],
    ['ehr', ['lis=mllp://127.0.0.1:1', 'lis=mllp://127.0.0.1:2'], 'not clear'],
    ['ehr', ['pacs=mllp://127.0.0.1:1'], 'no department "pacs"'],
    ['lis', ['ris=mllp://127.0.0.1:1'], 'the lis sends to one address'],
    ['ehr', ['lis=127.0.0.1:1'], 'not an MLLP address'],
    ['ehr', ['lis=mllp://lab.example:1'], 'another machine'],
  ])('refuses for %s: %j', (role, to, mistake) => {
    expect(() => ways(role, ...to)).toThrow(mistake);
  });
});
