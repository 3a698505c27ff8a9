/** Whether the day exists where the text begins with YYYYMMDD; what is shorter has none. */
export function isCalendarDay(date: string): boolean {
  if (!/^\d{8}/.test(date)) return true;
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6, 8))];
  return day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The same as the reference has it: it knows no exception for full centuries. */
export function isNistDay(date: string): boolean {
  const [year, month, day] = [Number(date.slice(0, 4)), date.slice(4, 6), date.slice(6, 8)];
  if (month === '02') return day !== '30' && day !== '31' && (day !== '29' || year % 4 === 0);
  return !(day === '31' && (month === '04' || month === '06' || month === '09' || month === '11'));
}
