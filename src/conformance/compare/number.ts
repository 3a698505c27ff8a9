/** HL7's NM; the reference takes it so, too. */
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** What Java reads as a double, but for hexadecimal ones. */
const DOUBLE = /^[\0-\x20]*([+-]?(?:NaN|Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?))[fFdD]?[\0-\x20]*$/;

/** The number, undefined where the text is none. */
export function readNumber(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text) : undefined;
}

/** The number as Java reads it; undefined where it does not. */
export function readDouble(text: string): number | undefined {
  const [, number] = DOUBLE.exec(text) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** Negative, 0 or positive; undefined where a text is no number. `truncated`: to the decimals of the less precise one. */
export function compareNumbers(left: string, right: string, truncated: boolean): number | undefined {
  const decimals = truncated ? Math.min(decimalsOf(left), decimalsOf(right)) : Number.POSITIVE_INFINITY;
  const a = readNumber(cut(left, decimals));
  const b = readNumber(cut(right, decimals));
  return a === undefined || b === undefined ? undefined : a - b;
}

function decimalsOf(number: string): number {
  const point = number.indexOf('.');
  return point === -1 ? 0 : number.length - point - 1;
}

function cut(number: string, decimals: number): string {
  const point = number.indexOf('.');
  if (point === -1) return number;
  const whole = number.slice(0, point);
  return `${/\d/.test(whole) ? whole : `${whole}0`}.${number.slice(point + 1, point + 1 + decimals)}`;
}

/**
 * As the reference does: minus zero is less than zero; truncation reads what is before the point as an integer of 32 bits,
 * so that `-0.5` loses its sign and `5.` is no number.
 */
export function compareNumbersFaultily(left: string, right: string, truncated: boolean): number | undefined {
  if (!NUMBER.test(left) || !NUMBER.test(right)) return undefined;
  if (!truncated) return compareDoubles(Number(left), Number(right));
  const decimals = Math.min(decimalsOf(left), decimalsOf(right));
  const a = cutFaultily(left, decimals);
  const b = cutFaultily(right, decimals);
  return a === undefined || b === undefined ? undefined : compareDoubles(a, b);
}

function compareDoubles(a: number, b: number): number {
  if (a === b && a === 0) return (Object.is(a, -0) ? -1 : 0) - (Object.is(b, -0) ? -1 : 0);
  return a - b;
}

function cutFaultily(number: string, decimals: number): number | undefined {
  const [, whole, fraction = ''] = /^([+-]?\d+)(?:\.(\d+))?$/.exec(number) ?? [];
  const integer = Number(whole);
  if (whole === undefined || Math.abs(integer) > 2 ** 31 - 1) return undefined;
  return Number(`${integer === 0 ? '0' : integer}.${fraction.slice(0, decimals)}`);
}
