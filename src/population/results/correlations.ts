/** One analyte that follows from others of the same report. */
export interface Correlation {
  readonly code: string;
  readonly from: readonly string[];
  readonly compute: (...values: readonly number[]) => number;
}

const of = (code: string, from: readonly string[], compute: Correlation['compute']): Correlation => ({
  code,
  from,
  compute,
});

const WBC = '6690-2';
const RBC = '789-8';
const HGB = '718-7';
const HCT = '4544-3';
const CHOLESTEROL = '2093-3';
const HDL = '2085-9';

const DIFFERENTIAL: readonly (readonly [percent: string, absolute: string])[] = [
  ['770-8', '751-8'],
  ['736-9', '731-0'],
  ['5905-5', '742-7'],
  ['713-8', '711-2'],
  ['706-2', '704-7'],
];

/** In the order in which they can be computed. */
export const CORRELATIONS: readonly Correlation[] = [
  // Red cells: haematocrit is three times haemoglobin; red cell count and MCH follow from the cell volume.
  of(HCT, [HGB], (hgb = 0) => 3 * hgb),
  of(RBC, [HCT, '787-2'], (hct = 0, mcv = 1) => (10 * hct) / mcv),
  of('785-6', [HGB, RBC], (hgb = 0, rbc = 1) => (10 * hgb) / rbc),
  of('786-4', [HGB, HCT], (hgb = 0, hct = 1) => (100 * hgb) / hct),
  of('14196-0', ['4679-7', RBC], (percent = 0, rbc = 0) => 10 * percent * rbc),
  // White cells: the differential adds up to 100 %, absolute counts are shares of the white cells.
  of(
    '770-8',
    ['736-9', '5905-5', '713-8', '706-2'],
    (...shares) => 100 - shares.reduce((sum, share) => sum + share, 0),
  ),
  ...DIFFERENTIAL.map(([percent, absolute]) =>
    of(absolute, [percent, WBC], (share = 0, wbc = 0) => (share * wbc) / 100),
  ),
  // Friedewald, mg/dL.
  of(
    '13457-7',
    [CHOLESTEROL, HDL, '2571-8'],
    (total = 0, hdl = 0, triglycerides = 0) => total - hdl - triglycerides / 5,
  ),
  of('43396-1', [CHOLESTEROL, HDL], (total = 0, hdl = 0) => total - hdl),
  of('9830-1', [CHOLESTEROL, HDL], (total = 0, hdl = 1) => total / hdl),
  // Prothrombin time of a normal plasma: 12.5 s, sensitivity index 1.
  of('6301-6', ['5902-2'], (seconds = 0) => seconds / 12.5),
  of('27353-2', ['4548-4'], (hba1c = 0) => 28.7 * hba1c - 46.7),
  of('2502-3', ['2498-4', '2500-7'], (iron = 0, capacity = 1) => (100 * iron) / capacity),
  of('12841-3', ['10886-0', '2857-1'], (free = 0, total = 1) => (100 * free) / total),
  of('9318-7', ['14957-5', '2161-8'], (albumin = 0, creatinine = 1) => (100 * albumin) / creatinine),
  // Henderson-Hasselbalch, and the base excess that goes with it.
  of('1960-4', ['2744-1', '2019-8'], (ph = 7.4, pco2 = 40) => 0.0307 * pco2 * 10 ** (ph - 6.1)),
  of('1925-7', ['2744-1', '2019-8'], (ph = 7.4, pco2 = 40) => {
    const bicarbonate = 0.0307 * pco2 * 10 ** (ph - 6.1);
    return 0.93 * (bicarbonate - 24.4 + 14.8 * (ph - 7.4));
  }),
  of('14627-4', ['2746-6', '2021-4'], (ph = 7.36, pco2 = 46) => 0.0307 * pco2 * 10 ** (ph - 6.1)),
];
