/** The modulus 10 check digit of HL7 (table 0061, `M10`), which is the Luhn digit. Throws unless `digits` is 0-9 only. */
export function checkDigit(digits: string): string {
  if (!/^\d+$/.test(digits)) throw new Error(`a check digit needs decimal digits, not '${digits}'`);
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const weighted = i % 2 === 0 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return String((10 - (sum % 10)) % 10);
}

/** `digits` followed by its check digit: what a registration desk prints as a record number. */
export function withCheckDigit(digits: string): string {
  return digits + checkDigit(digits);
}

/** Whether the last digit is the check digit of the others. */
export function hasCheckDigit(number: string): boolean {
  return /^\d{2,}$/.test(number) && checkDigit(number.slice(0, -1)) === number.slice(-1);
}
