import type { Analyte, LaboratoryOrderable, ReferenceRange } from '../facts.js';
import { finder } from './finder.js';
import { ROWS } from './laboratory.data.js';
import { ANALYTE_ALIASES, ORDERABLE_ALIASES } from './laboratory-aliases.js';
import { ROWS as PANEL_ROWS } from './laboratory-panels.data.js';
import { REPORTED_VALUES, type ReportedValues } from './reported-values.js';
import type { AnalyteRow, PanelRow, RangeRow } from './rows.js';
import { MIC_LIMITS, micValues } from './susceptibility.js';

/** Every analyte that the laboratory can measure, in the order of the code list. */
export const ANALYTES: readonly Analyte[] = ROWS.map(analyte);

const BY_CODE: ReadonlyMap<string, Analyte> = new Map(ANALYTES.map((item) => [item.code, item]));

/** Panels and single tests that have an entry of their own in the order catalogue. */
export const ORDERABLES: readonly LaboratoryOrderable[] = PANEL_ROWS.map(panel);

/** Any other analyte can be ordered alone, by its own code. */
const SINGLE_TESTS: readonly LaboratoryOrderable[] = ANALYTES.filter(
  ({ code }) => !ORDERABLES.some((item) => item.code === code),
).map(singleTest);

/** An analyte by LOINC code, short label or LOINC name. Throws with the nearest names where there is none. */
export const findAnalyte: (name: string) => Analyte = finder({
  what: 'analyte',
  tiers: [ANALYTES],
  names: (item) => [item.text, item.code, item.longName],
  aliases: ANALYTE_ALIASES,
});

/** A laboratory test by the name that a ward uses: `CBC`, `Potassium`. Throws with the nearest names. */
export const findOrderable: (name: string) => LaboratoryOrderable = finder({
  what: 'laboratory test',
  tiers: [ORDERABLES, SINGLE_TESTS],
  names: (item) => [item.text, item.code, item.longName],
  aliases: ORDERABLE_ALIASES,
});

function analyte(row: AnalyteRow): Analyte {
  const [code, text, longName, specimen, valueType, unit, decimals, ranges] = row;
  const reported = reportedValues(row);
  const base = { code, text, system: 'LN', longName, specimen, valueType, unit, decimals, ...reported };
  return { ...base, ranges: ranges.map(referenceRange) };
}

function reportedValues([code, , , , , , , , values, expected]: AnalyteRow): ReportedValues {
  const limits = MIC_LIMITS[code];
  if (limits !== undefined) return { values: micValues(limits) };
  return REPORTED_VALUES[code] ?? { values, ...(expected === '' ? {} : { expected }) };
}

function referenceRange([sex, ageMin, ageMax, low, high, criticalLow, criticalHigh]: RangeRow): ReferenceRange {
  return {
    sex,
    ageMin,
    ageMax,
    ...(low === null ? {} : { low }),
    ...(high === null ? {} : { high }),
    ...(criticalLow === null ? {} : { criticalLow }),
    ...(criticalHigh === null ? {} : { criticalHigh }),
  };
}

function panel([
  code,
  system,
  text,
  longName,
  specimen,
  tube,
  turnaroundMinutes,
  codes,
]: PanelRow): LaboratoryOrderable {
  const analytes = codes.map((member) => {
    const found = BY_CODE.get(member);
    if (found === undefined) throw new Error(`panel ${code} lists ${member}, which laboratory.csv does not have`);
    return found;
  });
  return { code, text, system, longName, specimen, tube, analytes, turnaroundMinutes };
}

function singleTest(item: Analyte): LaboratoryOrderable {
  const { code, text, system, longName, specimen } = item;
  return { code, text, system, longName, specimen, tube: tubeFor(specimen), analytes: [item], turnaroundMinutes: 60 };
}

function tubeFor(specimen: string): string {
  return PANEL_ROWS.find((row) => row[4] === specimen)?.[5] ?? 'Sterile container';
}
