import { type Phrases, reading } from './phrases.js';

/** Mammography, bone density, nuclear medicine, PET and fluoroscopy. */
export const OTHER_MODALITIES: Readonly<Record<string, Phrases>> = {
  'MG BREAST': {
    technique: 'Mammogram of both breasts in two views.',
    normal: reading(
      ['Scattered fibroglandular tissue. No mass, distortion or suspicious calcification.'],
      ['Negative mammogram (category 1).', 'Routine screening interval.'],
    ),
    abnormal: [
      reading(
        ['A spiculated mass of 12 mm in the upper outer quadrant of the right breast.'],
        ['Suspicious mass in the right breast (category 4). Biopsy is suggested.'],
        'The previous mammogram has arrived: the mass is new.',
      ),
    ],
  },
  'BMD WHOLEBODY': {
    technique: 'Bone densitometry of the lumbar spine and hip.',
    normal: reading(['T-score of the spine -0.4, of the femoral neck -0.7.'], ['Normal bone density.']),
    abnormal: [reading(['T-score of the spine -2.9, of the femoral neck -2.6.'], ['Osteoporosis.'])],
  },
  'NM WHOLEBODY': {
    technique: 'Whole body bone scan three hours after injection.',
    normal: reading(['Even uptake in the skeleton. Kidneys and bladder are seen.'], ['No sign of bone metastasis.']),
    abnormal: [
      reading(
        ['Foci of raised uptake in the right sixth rib, L2 and the left iliac bone.'],
        ['Multiple bone metastases are likely.'],
      ),
    ],
  },
  'PT WHOLEBODY': {
    technique: 'PET from skull base to thighs one hour after injection.',
    normal: reading(['Physiological uptake only.'], ['No sign of metabolically active tumour.']),
    abnormal: [
      reading(
        [
          'Intense uptake in a mass of the right upper lobe and in right hilar nodes.',
          'No uptake below the diaphragm.',
        ],
        ['Active lung tumour with hilar nodes. No distant spread.'],
      ),
    ],
  },
  'RF ESOPHAGUS': {
    technique: 'Fluoroscopy of the oesophagus with oral barium.',
    normal: reading(['Barium passes freely. Normal motility and mucosa.'], ['Normal barium swallow.']),
    abnormal: [
      reading(
        ['Smooth narrowing of the distal oesophagus over 2 cm above a small hiatus hernia.'],
        ['Distal peptic stricture. Small hiatus hernia.'],
      ),
    ],
  },
};
