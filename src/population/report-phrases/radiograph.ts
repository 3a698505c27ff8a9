import { type Phrases, reading } from './phrases.js';

/** A limb or joint: all of these are read alike. */
function limb(part: string, fracture: string, wear: string): Phrases {
  const site = `{side} ${part}`;
  return {
    technique: `Radiographs of the ${site}.`,
    normal: reading(
      [`The bones of the ${site} are intact and in normal alignment.`, 'Joint spaces and soft tissues are normal.'],
      [`No fracture or dislocation of the ${site}.`],
    ),
    abnormal: [
      reading(
        [`There is ${fracture}.`, 'The adjacent joint is congruent. Moderate soft tissue swelling.'],
        [`Fracture of the ${site} as described.`],
        `The fracture of the ${site} was reported by telephone to the ward.`,
      ),
      reading([`There is ${wear}.`, 'No acute fracture. Soft tissues are unremarkable.'], ['Degenerative change.']),
    ],
  };
}

function spine(region: string, level: string): Phrases {
  return {
    technique: `Frontal and lateral views of the ${region} spine.`,
    normal: reading(
      ['Vertebral body heights and alignment are preserved.', 'Disc spaces are maintained. Soft tissues are normal.'],
      [`Normal radiographs of the ${region} spine.`],
    ),
    abnormal: [
      reading(
        [`Narrowing of the disc space at ${level} with marginal bone spurs.`, 'No compression fracture.'],
        [`Degenerative disc disease at ${level}.`],
        'Flexion and extension views may help if instability is suspected.',
      ),
    ],
  };
}

export const RADIOGRAPH: Readonly<Record<string, Phrases>> = {
  'DX CHEST': {
    technique: 'Chest radiograph.',
    normal: reading(
      [
        'The lungs are clear. No consolidation, effusion or pneumothorax.',
        'The heart is not enlarged and the mediastinal contour is normal.',
        'No acute bony abnormality.',
      ],
      ['No acute cardiopulmonary process.'],
      'Compared with an outside study that has since become available: no change.',
    ),
    abnormal: [
      reading(
        [
          'Airspace opacity in the right lower zone with air bronchograms.',
          'No pleural effusion or pneumothorax. The heart size is normal.',
          'Bony structures are unremarkable.',
        ],
        ['Right lower lobe pneumonia.', 'Suggest a repeat radiograph in six weeks.'],
        'On review a 6 mm nodule projects over the left upper zone; a CT of the chest is suggested.',
      ),
      reading(
        [
          'The heart is enlarged. Upper zone vessels are distended and there are septal lines at both bases.',
          'Small effusions on both sides.',
          'No pneumothorax.',
        ],
        ['Findings of heart failure with interstitial oedema.'],
      ),
    ],
  },
  'DX ABDOMEN': {
    technique: 'Supine abdominal radiograph.',
    normal: reading(
      ['Gas is seen throughout bowel of normal calibre.', 'No abnormal calcification. Psoas outlines are visible.'],
      ['Normal bowel gas pattern.'],
    ),
    abnormal: [
      reading(
        ['Several loops of small bowel are distended to 4 cm in the central abdomen.', 'Little gas in the colon.'],
        ['Small bowel obstruction is likely; CT is suggested.'],
        'The surgical team was informed by telephone.',
      ),
    ],
  },
  'DX PELVIS': {
    technique: 'Frontal radiograph of the pelvis.',
    normal: reading(
      ['The pelvic ring is intact.', 'Both hip joints are congruent.'],
      ['No fracture of the pelvis or hips.'],
    ),
    abnormal: [
      reading(
        ['Undisplaced fractures of the left superior and inferior pubic rami.', 'Both hips are congruent.'],
        ['Left pubic rami fractures.'],
      ),
    ],
  },
  'DX KNEE': limb('knee', 'a depressed fracture of the lateral tibial plateau', 'medial joint space narrowing'),
  'DX HIP': limb('hip', 'a displaced fracture of the femoral neck', 'narrowing of the superior joint space'),
  'DX WRIST': limb('wrist', 'a dorsally angulated fracture of the distal radius', 'narrowing at the base of the thumb'),
  'DX ANKLE': limb('ankle', 'an oblique fracture of the distal fibula', 'narrowing of the tibiotalar joint'),
  'DX SHOULDER': limb('shoulder', 'a fracture of the surgical neck of the humerus', 'narrowing below the acromion'),
  'DX HAND': limb('hand', 'a fracture of the neck of the fifth metacarpal', 'narrowing of the distal finger joints'),
  'DX FOOT': limb('foot', 'a fracture of the base of the fifth metatarsal', 'narrowing of the great toe joint'),
  'DX FOREARM': limb('forearm', 'a transverse fracture of the shaft of the ulna', 'irregularity of the radial head'),
  'DX CSPINE': spine('cervical', 'C5-C6'),
  'DX LSPINE': spine('lumbar', 'L4-L5'),
};
