import { faker } from '@faker-js/faker/locale/en';
import type { Rng } from '../base/rng.js';

/**
 * The English faker, seeded from `random` and with `refDate` as its present. It is one shared instance: use it in the
 * same synchronous stretch in which it was asked for. Only this locale is imported, which costs about 20 ms; all of
 * them cost ten times that.
 */
export function seededFaker(random: Rng, refDate: Date): typeof faker {
  faker.seed(random.integer(0, 0x7fff_ffff));
  faker.setDefaultRefDate(refDate);
  return faker;
}
