import { expect, test } from 'vitest';
import { delimitersOf, STANDARD_DELIMITERS } from '../../src/hl7/delimiters.js';
import type { Message } from '../../src/hl7/message.js';
import { parseMessage } from '../../src/hl7/parse.js';
import { readEcho, restate, withEcho } from './echo.js';

function message(...lines: readonly string[]): Message {
  const parsed = parseMessage(Buffer.from(`${lines.join('\r')}\r`));
  if (parsed.kind === 'malformed') throw new Error('the test message is malformed');
  return parsed.message;
}

const ODD = message(
  'MSH:;~\\&:A:B:C:D:20260101::ADT;A01:1:T:2.5.1',
  'PID:1::7;;;AUTH&1.2&ISO;MR~8;;;O;PI::O\\F\\Brien',
);

test('a field goes from one set of delimiters to another and back', () => {
  const odd = delimitersOf(':', ';~\\&');
  const there = restate('A\\F\\B^C&D~E:F', STANDARD_DELIMITERS, odd);
  expect(there).toBe('A|B;C&D~E\\F\\F');
  expect(restate(there, odd, STANDARD_DELIMITERS)).toBe('A\\F\\B^C&D~E:F');
});

test('all repetitions and components come back', () => {
  const standard = message('MSH|^~\\&|X|Y|Z|W|20260101||ADT^A01|2|T|2.5.1', 'PID|1||9');
  const echoed = withEcho(standard, readEcho(ODD, ['PID-3', 'PID-5']));
  expect(echoed.rawText('PID-3')).toBe('7^^^AUTH&1.2&ISO^MR~8^^^O^PI');
  expect(echoed.get('PID-5')).toBe('O:Brien');
});

test('an empty field keeps what was known, a null removes it', () => {
  const later = message('MSH|^~\\&|X|Y|Z|W|20260101||ADT^A08|3|T|2.5.1', 'PID|1||||""');
  expect(readEcho(later, ['PID-3', 'PID-5'], { 'PID-3': '7', 'PID-5': 'DOE' })).toEqual({ 'PID-3': '7' });
});
