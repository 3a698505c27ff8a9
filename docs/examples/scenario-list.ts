import type { ReportFormat } from 'pipehat';

// One line for each scenario, for a spreadsheet. It holds no patient value, so it may go where many can read it.
export const report: ReportFormat = {
  name: 'scenario-list',
  fileName: 'scenarios.csv',
  summary: 'one line for each scenario, for a spreadsheet',
  isShareable: true,
  write: ({ scenarios }) => {
    const rows = scenarios.map(({ feature, name, requirements, verdict }) => [
      feature,
      name,
      requirements.join(' '),
      verdict,
    ]);
    return [['feature', 'scenario', 'requirements', 'verdict'], ...rows].map(line).join('');
  },
};

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')}\r\n`;
}
