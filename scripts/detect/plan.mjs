import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rng } from '../../dist/src/base/rng.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Where the system under test is somebody else than an engine, and what is red by design. */
const OUTSIDE = ['certification', 'defects'];

/** The features of the suite that runs against an engine, by their paths from the root, with `/`. */
export function suiteFeatures() {
  const topics = readdirSync(join(ROOT, 'features'), { withFileTypes: true });
  return topics
    .filter((entry) => entry.isDirectory() && !OUTSIDE.includes(entry.name))
    .flatMap(({ name }) => filesIn(`features/${name}`));
}

function filesIn(folder) {
  const names = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.feature'));
  return names.sort().map((name) => `${folder}/${name}`);
}

/** The feature that is meant for a defect. Throws where there is none. */
export function meantFor(defect) {
  const path = `features/defects/${defect}.feature`;
  if (!existsSync(join(ROOT, path)))
    throw new Error(`detect: the defect ${defect} has no ${path}: write one that notices it`);
  return path;
}

/** The one that is meant, and others of the suite: all, or so many, drawn by the seed. */
export function featuresFor(defect, { sample, seed, isFull }) {
  const others = suiteFeatures();
  const lot = (feature) => rng(seed, 'detect', defect, feature).next();
  const drawn = others.toSorted((a, b) => lot(a) - lot(b));
  return [meantFor(defect), ...(isFull ? others : drawn.slice(0, sample))];
}
