/** Whether the text is a LOINC code: up to five digits, a hyphen and the check digit that belongs to them (modulo 10). */
export function isLoinc(text: string): boolean {
  const [, digits, check] = /^(\d{1,5})-(\d)$/.exec(text) ?? [];
  return digits !== undefined && Number(check) === loincCheckDigit(digits);
}

/** LOINC Users' Guide, appendix on check digits: every other digit from the right counts double, as one number. */
function loincCheckDigit(digits: string): number {
  const reversed = [...digits.padStart(5, '0')].reverse();
  const odd = reversed.filter((_, at) => at % 2 === 0).join('');
  const even = reversed.filter((_, at) => at % 2 === 1).join('');
  const sum = [...`${even}${Number(odd) * 2}`].reduce((total, digit) => total + Number(digit), 0);
  return (10 - (sum % 10)) % 10;
}

/** Two digits before the check digit: concept, description or relationship; the long ones name their maker besides. */
const SHORT_PARTITIONS: ReadonlySet<string> = new Set(['00', '01', '02']);
const LONG_PARTITIONS: ReadonlySet<string> = new Set(['10', '11', '12']);

/** Whether the text is a SNOMED CT identifier. The reference does not look at its check digit (`checksDigit` false). */
export function isSnomed(text: string, checksDigit: boolean): boolean {
  if (!/^[1-9]\d{5,17}$/.test(text)) return false;
  const partition = text.slice(-3, -1);
  const isKnown = SHORT_PARTITIONS.has(partition) || (LONG_PARTITIONS.has(partition) && text.length >= 11);
  return isKnown && (!checksDigit || verhoeffSum(text) === 0);
}

/** How the digits of Verhoeff's scheme move from one place to the next. */
const PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** 0 where the last digit is the check digit of the others (SNOMED CT Technical Implementation Guide, check digit). */
function verhoeffSum(digits: string): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    let digit = Number(digits[digits.length - 1 - at]);
    for (let turn = 0; turn < at % 8; turn++) digit = PERMUTATION[digit] ?? 0;
    sum = composed(sum, digit);
  }
  return sum;
}

/** The symmetries of a pentagon: 0 to 4 are turns, 5 to 9 turns of its mirror image. */
function composed(a: number, b: number): number {
  const turned = a < 5 ? a + b : a - b;
  const isMirrored = a < 5 !== b < 5;
  return (((turned % 5) + 5) % 5) + (isMirrored ? 5 : 0);
}
