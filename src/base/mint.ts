import { hashKey, type KeyPart } from './rng.js';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * An identifier made of `prefix` and `length` characters of Crockford base 32 (no I, L, O, U), which depends on the
 * key alone: never on the time or on the order of arrival. 12 characters hold 60 bits.
 */
export function mint(prefix: string, length: number, ...key: readonly KeyPart[]): string {
  let text = prefix;
  for (let block = 0, left = length; left > 0; block++) {
    for (const word of hashKey(block, ...key)) {
      for (let shift = 0; shift < 30 && left > 0; shift += 5, left--) text += CROCKFORD[(word >>> shift) & 31];
    }
  }
  return text;
}

/** The same with decimal digits only, for numbers that people read out (record numbers, visits). The first is not 0. */
export function mintDigits(length: number, ...key: readonly KeyPart[]): string {
  let text = '';
  for (let block = 0; text.length < length; block++) {
    for (const word of hashKey('digits', block, ...key)) text += String(word % 1_000_000).padStart(6, '0');
  }
  const digits = text.slice(0, length);
  return digits.startsWith('0') ? `7${digits.slice(1)}` : digits;
}
