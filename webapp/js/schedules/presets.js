/** Times that can be chosen without writing a cron expression. */

const FIRST = { preset: 'daily', time: '06:00', weekday: 'MON', expression: '0 6 * * *' };
const TIMED = /^(\d{1,2}) (\d{1,2}) \* \* (\*|[a-z]{3}(?:-[a-z]{3})?|[0-7](?:-[0-7])?)$/i;

/** By name, with what a menu says of them. */
export const PRESETS = [['hourly', 'Every hour'], ['daily', 'Every day at…'], ['weekdays', 'Monday to Friday at…'], ['weekly', 'Once a week on…'],
  ['own', 'As I write it (cron)']];

/** Days of the week, as expressions name them. */
export const WEEKDAYS = [['MON', 'Monday'], ['TUE', 'Tuesday'], ['WED', 'Wednesday'], ['THU', 'Thursday'], ['FRI', 'Friday'], ['SAT', 'Saturday'], ['SUN', 'Sunday']];

/**
 * @typedef {{preset: string, time: string, weekday: string, expression: string}} Chosen time is such as 06:00
 *
 * @param {Chosen} chosen @returns {string} a cron expression; empty while there is no time
 */
export function composed({ preset, time, weekday, expression }) {
  if (preset === 'own') {
    return expression.trim();
  }
  if (preset === 'hourly') {
    return '0 * * * *';
  }
  const [hour, minute] = time.split(':').map(Number);
  const days = { daily: '*', weekdays: 'MON-FRI', weekly: weekday }[preset];
  return minute === undefined ? '' : `${minute} ${hour} * * ${days}`;
}

/** @param {string} [cron] an expression; undefined for none yet @returns {Chosen} which of them it is; one of its own, if none */
export function recognized(cron) {
  if (cron === undefined) {
    return FIRST;
  }
  if (cron === '0 * * * *' || cron.toLowerCase() === '@hourly') {
    return { ...FIRST, preset: 'hourly', expression: cron };
  }
  const [, minute, hour, days] = TIMED.exec(cron) ?? [];
  if (minute > 59 || hour > 23 || days === undefined) {
    return { ...FIRST, preset: 'own', expression: cron };
  }
  const time = [hour, minute].map((one) => one.padStart(2, '0')).join(':');
  const weekday = /^[0-7]$/.test(days) ? WEEKDAYS[(Number(days) + 6) % 7][0] : days.toUpperCase();
  const preset = days === '*' ? 'daily' : ['MON-FRI', '1-5'].includes(weekday) ? 'weekdays' : WEEKDAYS.some(([day]) => day === weekday) ? 'weekly' : 'own';
  return { preset, time, weekday: preset === 'weekly' ? weekday : FIRST.weekday, expression: cron };
}
