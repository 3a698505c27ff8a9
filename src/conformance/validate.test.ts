import { describe, expect, it } from 'vitest';
import { nistMode, pipehatMode } from './mode.js';
import { HEADER, told } from './testdata/judged.js';
import { planOf } from './testdata/laid.js';
import { Validator } from './validate.js';

const plan = planOf({ structure: 'MSH [PID] [{OBX}]', fields: { PID: [{ datatype: 'CX' }, { usage: 'R' }] } });
const ours = new Validator(plan);
const asNist = new Validator(plan, { mode: nistMode() });

describe('a validator', () => {
  it('judges one message after the other as if each were the first', () => {
    const good = Buffer.from(`${HEADER}\rPID|a|b`);
    const bad = Buffer.from(`${HEADER}\rPID|a^^^^^^x`);
    const once = told(ours.validate(bad));
    expect(once).toEqual(['extra-element PID[1]-1[1].7 2:12', 'usage-required PID[1]-2[1] 2:1']);
    expect(told(ours.validate(good))).toEqual([]);
    expect(told(ours.validate(bad))).toEqual(once);
  });

  it('has one finding for what is no message', () => {
    const texts = ['', '\r\n', 'MSH', 'MSH|', 'MSH|||||||||', 'hello', '<xml/>', 'PID|1\rMSH|', 'M', '\0'.repeat(1000)];
    for (const text of texts) {
      for (const validator of [ours, asNist]) {
        expect(validator.validate(Buffer.from(text)).map(({ code }) => code)).toEqual(['not-hl7']);
      }
    }
    expect(told(asNist.validate(Buffer.from(`MSH|^~\\&|\u0085\rPID|a|b`)))).toEqual(['not-hl7  1:1']);
  });

  it('reads the character set that MSH-18 declares; the reference reads UTF-8', () => {
    const declared = (set: string) => `${HEADER}||||||${set}\rPID|a|`;
    const latin = Buffer.from(`${declared('8859/1')}\xe9^x`, 'latin1');
    expect(ours.validate(latin)).toMatchObject([{ code: 'separator-unescaped', column: 7 }]);
    expect(told(asNist.validate(Buffer.from(`${declared('UNICODE UTF-8')}é^x`)))).toEqual([
      'separator-unescaped PID[1]-2[1] 2:7',
    ]);
  });

  it('takes other delimiters', () => {
    const text = Buffer.from('MSH#!~\\&#A#B#C#D#20260301080000##ADT!A01!ADT_A01#1#T#2.5.1\rPID#a!b#x!y');
    expect(told(ours.validate(text))).toEqual(['separator-unescaped PID[1]-2[1] 2:9']);
    expect(told(asNist.validate(text))).toEqual(['separator-unescaped PID[1]-2[1] 2:9']);
  });

  it('keeps a bounded number of findings', () => {
    const text = `${HEADER}\r${'x\r'.repeat(200_000)}`;
    for (const validator of [ours, asNist]) {
      const findings = validator.validate(Buffer.from(text));
      expect(findings.length).toBeLessThanOrEqual(50_000);
      expect(findings.at(-1)?.code).toBe('too-many-findings');
    }
  });

  it('does not take apart what nobody can have meant', () => {
    const parts = Buffer.from(`${HEADER}\rOBX|${'a~'.repeat(4_100_000)}`);
    const nothing = Buffer.alloc(30_000_000);
    for (const validator of [ours, asNist]) {
      expect(validator.validate(parts).map(({ code }) => code)).toEqual(['message-too-large']);
      expect(validator.validate(nothing).map(({ code }) => code)).toEqual(['not-hl7']);
    }
  });

  it('takes a large value for a value', () => {
    const text = Buffer.from(`${HEADER}\rOBX|${'a'.repeat(8_000_000)}`);
    expect(told(ours.validate(text))).toEqual([]);
  });

  it('never throws, whatever the bytes', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return (seed >>> 8) % below;
    };
    const pieces = [
      'MSH|^~\\&|',
      'PID|',
      'OBX|',
      '\r',
      '\n',
      '|',
      '^',
      '~',
      '&',
      '\\',
      '""',
      'a',
      ' ',
      '\xff',
      '\0',
      'ZZZ|',
    ];
    for (let round = 0; round < 700; round++) {
      const body = Array.from({ length: random(40) }, () => pieces[random(pieces.length)]).join('');
      const bytes = Buffer.from(`${round % 3 === 0 ? '' : HEADER}${body}`, 'latin1');
      for (const validator of [ours, asNist]) expect(Array.isArray(validator.validate(bytes))).toBe(true);
    }
  });

  it('is our own mode where nothing is said', () => {
    const bytes = Buffer.from(`${HEADER}\rPID|a|""`);
    expect(told(ours.validate(bytes))).toEqual(told(new Validator(plan, { mode: pipehatMode() }).validate(bytes)));
    expect(told(ours.validate(bytes))).toEqual(['null-required PID[1]-2[1] 2:7']);
  });
});
