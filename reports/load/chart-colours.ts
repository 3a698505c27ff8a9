/** Colours of lines: [light, dark]. Each has a contrast of at least 3 on the page's cards, and a role that it keeps in all charts. */
export const CHART_COLOURS = {
  'chart-response': ['#1c5fb0', '#7db4f5'],
  'chart-median': ['#4f8fd6', '#4b83c4'],
  'chart-high': ['#31507d', '#b7d4fa'],
  'chart-service': ['#0a7d6b', '#4fd0b8'],
  'chart-queue': ['#b85600', '#f2a65a'],
  'chart-lateness': ['#a0287e', '#ee8fd0'],
  'chart-far': ['#6b4fa8', '#b9a2f0'],
  'chart-plan': ['#6b7785', '#97a3b1'],
  'chart-offered': ['#cf7a1f', '#c98a45'],
  'chart-sent': ['#4f8fd6', '#4b83c4'],
  'chart-acknowledged': ['#0a5f51', '#7be3cf'],
  'chart-error': ['#c2261d', '#ff8a80'],
  'chart-grid': ['#e7ebf0', '#26303b'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type ChartColour = keyof typeof CHART_COLOURS;
