import { ANALYTES, findAnalyte, findOrderable, ORDERABLES } from '../../src/population/catalogue/laboratory.js';
import type { Analyte, Coded, LaboratoryOrderable } from '../../src/population/facts.js';

const BY_CODE: ReadonlyMap<string, LaboratoryOrderable> = new Map(ORDERABLES.map((test) => [test.code, test]));
const ANALYTE_CODES = new Set(ANALYTES.map(({ code }) => code));

/** The test of an OBR-4 code; undefined when this laboratory does not do it. */
export function testByCode({ code }: Coded): LaboratoryOrderable | undefined {
  return BY_CODE.get(code) ?? (ANALYTE_CODES.has(code) ? findOrderable(code) : undefined);
}

/** One of a test's analytes by code or by any of its names; any analyte at all when the test has no such one. */
export function analyteOf(test: LaboratoryOrderable, name: string): Analyte | undefined {
  const wanted = name.trim().toLowerCase();
  const own = test.analytes.find(({ code, text, longName }) =>
    [code, text, longName].some((candidate) => candidate.toLowerCase() === wanted),
  );
  return own ?? analyteNamed(name);
}

function analyteNamed(name: string): Analyte | undefined {
  try {
    return findAnalyte(name);
  } catch {
    // The finder throws with the nearest names; here the caller refuses in its own words.
    return undefined;
  }
}
