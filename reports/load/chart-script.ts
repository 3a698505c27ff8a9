/**
 * The script of a load page, as text because it runs in the reader's browser: it draws the charts, follows the size of the
 * window, the theme and the paper. The page is whole without it but for the charts.
 */
export function chartScript(): string {
  return SCRIPT;
}

const SCRIPT = `(() => {
'use strict';
const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const charts = JSON.parse(byId('charts').textContent);
const PAPER_WIDTH = 690;
let drawn = [];
let onPaper = false;

const colour = (name) => getComputedStyle(root).getPropertyValue('--' + name).trim();
const digits = (value) => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
const grouped = (value, most) => value.toLocaleString('en-GB', { maximumFractionDigits: most });

const latency = (ms) => {
  if (ms >= 10000) return grouped(ms / 1000, 1) + ' s';
  if (ms >= 0.1) return grouped(ms, digits(ms)) + ' ms';
  return grouped(ms * 1000, 0) + ' \\u00b5s';
};
const clock = (seconds) => {
  const whole = Math.round(seconds);
  const two = (n) => String(n).padStart(2, '0');
  const rest = two(Math.floor(whole / 60) % 60) + ':' + two(whole % 60);
  return whole >= 3600 ? Math.floor(whole / 3600) + ':' + rest : rest.replace(/^0/, '');
};
const percentile = (place) => {
  const nines = Math.max(0, Math.ceil(Math.log10(place) - 1e-9) - 1);
  return 'p' + Number((100 * (1 - 1 / place)).toFixed(Math.max(nines, place < 10 ? 0 : 1)));
};
const X = {
  seconds: { label: 'time', text: clock },
  percentile: { label: 'percentile', text: percentile },
  rate: { label: 'rate', text: (rate) => grouped(rate, 0) + '/s' },
};
const Y = {
  latency: latency,
  rate: (rate) => grouped(rate, rate < 10 ? 1 : 0) + '/s',
  count: (count) => grouped(count, 0),
  bytes: (bytes) => grouped(bytes / 1e6, 0) + ' MB',
};
const shown = (text) => (_chart, value) => (value === null || value === undefined ? '\\u2013' : text(value));

const nines = (chart) => {
  const { min, max } = chart.scales.x;
  const places = [1, ...(chart.width < 560 ? [] : [2, 4]), 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];
  return places.filter((place) => place >= min * 0.999 && place <= max * 1.001);
};
// Over many decades only their beginnings are named.
const decades = (chart, splits) => {
  const { min, max } = chart.scales.y;
  const leading = Math.log10(max / min) > 2.2 ? /^1e/ : /^[125]e/;
  return splits.map((value) => (leading.test(value.toExponential()) ? value : null));
};
// Rounded to 1, 2 or 5 of a decade, with room above; below ten microseconds nothing is told apart.
const decent = (_chart, low, high) => {
  const round = (value, steps) => {
    const decade = 10 ** Math.floor(Math.log10(value));
    return steps.map((step) => step * decade);
  };
  const least = Math.max(0.01, low || 0.01);
  const most = Math.max(least * 10, (high || 1) * 1.15);
  return [round(least, [5, 2, 1]).find((value) => value <= least), round(most, [1, 2, 5, 10]).find((value) => value >= most)];
};
const upToLast = (_chart, low, high) => [low, high];
const fromZero = (_chart, _low, high) => [0, high > 0 ? high * 1.08 : 1];
// Some room, so that no point lies on the frame.
const roomy = (_chart, low, high) => [low - (high - low) * 0.03, high + (high - low) * 0.05];

const scales = ({ x, y }) => ({
  x: { time: false, ...(x.kind === 'percentile' && { distr: 3, log: 10, range: upToLast }), ...(x.kind === 'rate' && { range: roomy }) },
  y: y === 'latency' ? { distr: 3, log: 10, range: decent } : { range: fromZero },
});

const axes = ({ x, y }) => {
  const look = { stroke: colour('dim'), font: '12px system-ui, sans-serif', grid: { stroke: colour('chart-grid'), width: 1 }, ticks: { stroke: colour('chart-grid'), width: 1 } };
  return [
    { ...look, values: (_chart, splits) => splits.map((value) => (value === null ? '' : X[x.kind].text(value))), ...(x.kind === 'percentile' && { splits: nines, filter: (_chart, splits) => splits }), ...(x.kind === 'seconds' && { incrs: [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400] }), space: 64 },
    { ...look, size: 72, values: (_chart, splits) => splits.map((value) => (value === null ? '' : Y[y](value))), ...(y === 'latency' && { filter: decades, grid: { ...look.grid, filter: decades }, ticks: { ...look.ticks, filter: decades } }), ...(y === 'count' && { incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 1e5, 1e6] }) },
  ];
};

const series = ({ x, y, lines }) => [
  { label: X[x.kind].label, value: shown(X[x.kind].text) },
  ...lines.map((line) => ({
    label: line.label,
    stroke: colour(line.colour),
    width: line.width ?? 2,
    value: shown(Y[y]),
    ...(line.isDashed && { dash: [6, 4] }),
    points: line.hasPoints ? { show: true, size: 6, fill: colour('card') } : x.kind === 'percentile' ? { show: false } : { size: 4 },
  })),
];

const behind = ({ band }) => (chart) => {
  if (!band) return;
  const at = (value) => chart.valToPos(value, 'x', true);
  chart.ctx.fillStyle = colour('good-tint');
  chart.ctx.fillRect(at(band.from), chart.bbox.top, Math.max(2, at(band.to) - at(band.from)), chart.bbox.height);
};

const upright = (chart, { from, at, label }) => {
  const { ctx, bbox } = chart;
  const px = devicePixelRatio;
  ctx.font = '600 ' + 12 * px + 'px system-ui, sans-serif';
  ctx.textAlign = 'right';
  ctx.textBaseline = 'top';
  const right = chart.valToPos(from, 'x', true) - 6 * px;
  const width = ctx.measureText(label).width;
  ctx.fillStyle = colour('card');
  ctx.fillRect(right - width - 3 * px, bbox.top + 2 * px, width + 6 * px, 18 * px);
  ctx.fillStyle = colour('good');
  ctx.fillText(label, right, bbox.top + 5 * px);
  ctx.fillRect(chart.valToPos(at, 'x', true) - px, bbox.top, 2 * px, bbox.height);
};

const crossOut = (chart, { x, y }) => {
  const { ctx } = chart;
  const arm = 6 * devicePixelRatio;
  const left = chart.valToPos(x, 'x', true);
  const top = chart.valToPos(y, 'y', true);
  ctx.strokeStyle = colour('chart-error');
  ctx.lineWidth = 2 * devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(left - arm, top - arm);
  ctx.lineTo(left + arm, top + arm);
  ctx.moveTo(left - arm, top + arm);
  ctx.lineTo(left + arm, top - arm);
  ctx.stroke();
};

const above = ({ band, crosses }) => (chart) => {
  chart.ctx.save();
  if (band) upright(chart, band);
  for (const cross of crosses || []) crossOut(chart, cross);
  chart.ctx.restore();
};

const sizeOf = (box) => {
  const width = onPaper ? PAPER_WIDTH : box.clientWidth;
  return { width, height: width < 560 ? 220 : 290 };
};

const draw = (data) => {
  const box = byId(data.id).querySelector('.plot');
  const chart = new uPlot(
    {
      ...sizeOf(box),
      scales: scales(data),
      axes: axes(data),
      series: series(data),
      legend: { markers: { width: 3, dash: (_chart, at) => (data.lines[at - 1]?.isDashed ? 'dashed' : 'solid') } },
      focus: { alpha: 0.35 },
      cursor: { focus: { prox: 20 }, drag: { x: true, y: false }, ...(data.x.kind === 'seconds' && { sync: { key: 'time' } }) },
      hooks: { drawClear: [behind(data)], draw: [above(data)] },
    },
    [data.x.values, ...data.lines.map((line) => line.values)],
    box,
  );
  return { box, chart };
};

const drawAll = () => {
  for (const { chart } of drawn) chart.destroy();
  drawn = charts.map(draw);
};

const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches);
const button = byId('theme');
const label = () => {
  button.textContent = isDark() ? 'light' : 'dark';
};
button.addEventListener('click', () => {
  root.dataset.theme = isDark() ? 'light' : 'dark';
  label();
  drawAll();
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  label();
  if (!onPaper) drawAll();
});

// Paper is light, whatever the screen is, and has a width of its own.
let themeOnScreen;
const turn = (toPaper) => {
  if (toPaper === onPaper) return;
  onPaper = toPaper;
  if (toPaper) themeOnScreen = root.dataset.theme;
  if (toPaper) root.dataset.theme = 'light';
  else if (themeOnScreen) root.dataset.theme = themeOnScreen;
  else delete root.dataset.theme;
  drawAll();
};
addEventListener('beforeprint', () => turn(true));
addEventListener('afterprint', () => turn(false));
matchMedia('print').addEventListener('change', (media) => turn(media.matches));

for (const figure of document.querySelectorAll('figure.chart')) figure.hidden = false;
button.hidden = false;
label();
drawAll();
const observer = new ResizeObserver(() => {
  if (onPaper) return;
  for (const { box, chart } of drawn) if (box.clientWidth !== chart.width) chart.setSize(sizeOf(box));
});
for (const { box } of drawn) observer.observe(box);
})();`;
