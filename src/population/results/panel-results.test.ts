import { describe, expect, it } from 'vitest';
import { rng } from '../../base/rng.js';
import { findOrderable, ORDERABLES } from '../catalogue/laboratory.js';
import { panelResults, resultLine } from './panel-results.js';

const adult = (key: string | number, sex: 'F' | 'M' = 'F') => ({ sex, ageYears: 45, random: rng('panel', key, sex) });
const byName = (results: ReturnType<typeof panelResults>) =>
  new Map(results.map(({ analyte, value }) => [analyte.text, Number(value)] as const));

describe('a panel', () => {
  it.each(ORDERABLES.map((item) => [item.text, item] as const))('%s is normal throughout', (_, orderable) => {
    for (const sex of ['F', 'M'] as const) {
      for (let i = 0; i < 5; i++) {
        for (const { analyte, flags, value } of panelResults(orderable, adult(i, sex))) {
          expect(['N', 'S', undefined], `${analyte.text} ${value}`).toContain(flags[0]);
        }
      }
    }
  });

  it('is coherent: differential, red cell indices', () => {
    for (let i = 0; i < 30; i++) {
      const values = byName(panelResults(findOrderable('CBC with differential'), adult(i, 'M')));
      const of = (name: string): number => values.get(name) ?? Number.NaN;
      const shares = ['Neutrophils %', 'Lymphocytes %', 'Monocytes %', 'Eosinophils %', 'Basophils %'].map(of);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 5);
      expect(of('Neutrophils abs')).toBeCloseTo((of('WBC') * of('Neutrophils %')) / 100, 1);
      expect(of('Hematocrit')).toBeCloseTo(3 * of('Hemoglobin'), 5);
      expect(of('MCV')).toBeCloseTo((10 * of('Hematocrit')) / of('RBC'), 0);
    }
  });

  it('is coherent: lipids and blood gases', () => {
    const lipids = byName(panelResults(findOrderable('Lipid panel'), adult(1)));
    const of = (name: string): number => lipids.get(name) ?? Number.NaN;
    expect(of('Non-HDL cholesterol')).toBe(of('Cholesterol total') - of('HDL cholesterol'));
    const gas = byName(panelResults(findOrderable('ABG'), adult(1)));
    const bicarbonate = 0.0307 * (gas.get('pCO2, arterial') ?? 0) * 10 ** ((gas.get('pH, arterial') ?? 0) - 6.1);
    expect(gas.get('Bicarbonate, arterial')).toBeCloseTo(bicarbonate, -0.5);
  });

  it('takes values and modes that a scenario asks for', () => {
    const results = panelResults(findOrderable('BMP'), {
      ...adult(1),
      values: { '2823-3': '6.4' },
      modes: { '2345-7': 'critical-low' },
    });
    const flags = Object.fromEntries(results.map(({ analyte, flags }) => [analyte.text, flags[0]]));
    expect(flags).toMatchObject({ Potassium: 'HH', Glucose: 'LL', Sodium: 'N' });
  });

  it('keeps correlated values that were asked for, and lets the others follow', () => {
    const values = byName(panelResults(findOrderable('CBC'), { ...adult(1), values: { '718-7': '7.1' } }));
    expect(values.get('Hematocrit')).toBeCloseTo(21.3, 5);
  });

  it('is the same for the same seed', () => {
    const make = () =>
      panelResults(findOrderable('CMP'), { ...adult('same'), mode: 'plausible' }).map(({ value }) => value);
    expect(make()).toEqual(make());
  });
});

it('a single line carries range and flags', () => {
  const [potassium] = findOrderable('Potassium').analytes;
  if (potassium === undefined) throw new Error('potassium has no analyte');
  expect(resultLine(potassium, '5.9', { sex: 'F', ageYears: 30 })).toMatchObject({ range: '3.5-5.1', flags: ['H'] });
});
