import type { Rng } from '../base/rng.js';
import type { Insurance } from './facts.js';

type Plan = Omit<Insurance, 'policyNumber'>;

const plan = (planId: string, planName: string, companyId: string, companyName: string): Plan => ({
  planId,
  planName,
  companyId,
  companyName,
});

const SENIOR = plan('SEN01', 'Senior Care Basic', 'PHSEN', 'Pipehat Senior Insurance');
const PLANS: readonly Plan[] = [
  plan('HMO10', 'Riverbend Health HMO', 'RIVER', 'Riverbend Health'),
  plan('PPO20', 'Riverbend Choice PPO', 'RIVER', 'Riverbend Health'),
  plan('EMP05', 'Northgate Employees Plan', 'NORTH', 'Northgate Mutual'),
  plan('FAM07', 'Northgate Family Plan', 'NORTH', 'Northgate Mutual'),
];

/** Fictional insurance: one in ten has none, the old have the senior plan. */
export function insurance(random: Rng, ageYears: number): readonly Insurance[] {
  if (random.chance(0.1)) return [];
  const chosen = ageYears >= 65 ? SENIOR : random.pick(PLANS);
  return [{ ...chosen, policyNumber: `${chosen.companyId}${random.integer(100_000_000, 999_999_999)}` }];
}
