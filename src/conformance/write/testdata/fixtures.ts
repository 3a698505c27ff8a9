import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = resolve(fileURLToPath(new URL('../../../..', import.meta.url)));

/** Public profiles, kept outside of the repository. */
const folder = join(process.env['PIPEHAT_FIXTURES'] ?? resolve(repository, '../shared/fixtures'), 'igamt');

export const hasFixtures = existsSync(folder);

export const BUNDLES = ['syndromic-a03/ack', 'syndromic-a04/ack-response', 'immunization-vxu', 'nndss-oru-v2'].map(path);

export const CHAPTER_2B = ['ADT_A40_2.3.1.xml', 'OML_O33_2.5.xml', 'ORU_R01_LRI_GU_RU_2.5.1.xml'].map((name) =>
  path(`chapter-2b/${name}`),
);

function path(name: string): string {
  return join(folder, ...name.split('/'));
}

/** Says loudly what is not checked where the fixtures are not there. */
export function warnWithoutFixtures(what: string): void {
  if (!hasFixtures) console.warn(`NOT CHECKED: ${what}, since ${folder} is not there. Set PIPEHAT_FIXTURES.`);
}
