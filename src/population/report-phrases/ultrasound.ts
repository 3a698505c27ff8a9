import { type Phrases, reading } from './phrases.js';

export const ULTRASOUND: Readonly<Record<string, Phrases>> = {
  'US ABDOMEN': {
    technique: 'Ultrasound of the abdomen.',
    normal: reading(
      ['The liver is of normal size and texture.', 'The gallbladder holds no stones. Bile ducts are not dilated.'],
      ['Normal ultrasound of the abdomen.'],
    ),
    abnormal: [
      reading(
        [
          'Several mobile stones up to 8 mm in the gallbladder, its wall is 5 mm thick.',
          'The common duct is 4 mm wide.',
        ],
        ['Gallstones with signs of acute cholecystitis.'],
        'Tenderness over the gallbladder was confirmed during the examination.',
      ),
    ],
  },
  USFAST: {
    technique: 'Focused ultrasound after trauma: right and left upper quadrant, pelvis, pericardium.',
    normal: reading(['No free fluid in any of the four windows.'], ['Negative focused examination.']),
    abnormal: [
      reading(
        ['Free fluid between liver and right kidney and in the pelvis.', 'No pericardial fluid.'],
        ['Positive focused examination: free abdominal fluid.'],
        'The trauma leader was present and informed.',
      ),
    ],
  },
  'US KIDNEY': {
    technique: 'Ultrasound of both kidneys.',
    normal: reading(['Both kidneys are of normal size without dilatation or stones.'], ['Normal kidneys.']),
    abnormal: [reading(['Moderate dilatation of the right collecting system.'], ['Right hydronephrosis.'])],
  },
  'US PELVIS': {
    technique: 'Transabdominal ultrasound of the pelvis.',
    normal: reading(['Pelvic organs are of normal size. No free fluid.'], ['Normal ultrasound of the pelvis.']),
    abnormal: [reading(['A simple cyst of 5 cm on the left.', 'No free fluid.'], ['Left adnexal cyst, simple.'])],
  },
  'US THYROID': {
    technique: 'Ultrasound of the thyroid.',
    normal: reading(['Both lobes are of normal size and even texture.'], ['Normal thyroid.']),
    abnormal: [
      reading(
        ['A hypoechoic nodule of 16 mm in the right lobe with irregular margins.'],
        ['Suspicious nodule in the right lobe; aspiration is suggested.'],
      ),
    ],
  },
  'US UTERUS': {
    technique: 'Obstetric ultrasound.',
    normal: reading(
      [
        'Single live fetus, heart rate 146 a minute.',
        'Growth fits the dates. Placenta posterior, clear of the cervix.',
      ],
      ['Single live pregnancy with growth as expected.'],
    ),
    abnormal: [
      reading(
        ['Single live fetus in breech position.', 'The placenta covers the internal os.'],
        ['Placenta praevia. Breech position.'],
        'The antenatal clinic was informed on the same day.',
      ),
    ],
  },
  'US LEG': {
    technique: 'Compression and doppler ultrasound of the {side} leg veins.',
    normal: reading(
      ['The deep veins compress fully with normal flow.'],
      ['No deep vein thrombosis in the {side} leg.'],
    ),
    abnormal: [
      reading(
        ['The {side} femoral and popliteal veins do not compress and hold thrombus.'],
        ['Deep vein thrombosis of the {side} leg, femoral and popliteal.'],
        'The result was telephoned to the requesting doctor.',
      ),
    ],
  },
  'US CAROTID': {
    technique: 'Doppler ultrasound of the carotid arteries.',
    normal: reading(['No plaque of significance. Normal velocities on both sides.'], ['No carotid stenosis.']),
    abnormal: [
      reading(['Calcified plaque at the left bifurcation, peak velocity 260 cm/s.'], ['Left stenosis above 70 %.']),
    ],
  },
  'US HEART': {
    technique: 'Transthoracic echocardiogram.',
    normal: reading(
      ['The left ventricle is of normal size, ejection fraction 60 %.', 'Valves are normal. No pericardial fluid.'],
      ['Normal echocardiogram.'],
    ),
    abnormal: [
      reading(
        ['Dilated left ventricle with an ejection fraction of 30 %.', 'Moderate mitral regurgitation.'],
        ['Severely reduced left ventricular function.'],
      ),
    ],
  },
};
