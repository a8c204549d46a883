/** What a cron expression says in plain words, where those are simple. What may stand in one is for the server to say. */
import { counted } from '../words.js';

const NICKNAMES = { '@hourly': '0 * * * *', '@daily': '0 0 * * *', '@midnight': '0 0 * * *', '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *', '@yearly': '0 0 1 1 *', '@annually': '0 0 1 1 *' };
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const AND = new Intl.ListFormat('en-GB');
/** So many times of a day, or days of a month, can still be read at a glance. */
const FEW = 4;

/** @param {string} text @returns {string} such as "every weekday at 02:30"; empty if it can't be said simply */
export function cronWords(text) {
  const stripped = text.trim();
  const fields = (NICKNAMES[stripped.toLowerCase()] ?? stripped).toUpperCase().split(/\s+/);
  const days = fields.length === 5 ? dayWords(...fields.slice(2)) : '';
  if (!days) {
    return '';
  }
  const times = clockTimes(fields[0], fields[1]);
  if (times) {
    return `${days.startsWith('every') ? days : `on ${days}`} at ${AND.format(times)}`;
  }
  const often = intervalWords(fields[0], fields[1]);
  return often && (days === 'every day' ? often : `${often}, on ${days}`);
}

/** @returns {string[]|undefined} "02:30", if the fields name a few times of the day */
function clockTimes(minute, hour) {
  const hours = list(hour, 0, 23);
  const minutes = list(minute, 0, 59);
  return hours?.length <= FEW && minutes?.length === 1 ? hours.map((one) => clock(one, minutes[0])) : undefined;
}

function intervalWords(minute, hour) {
  const each = /^\*(?:\/(\d{1,2}))?$/;
  const [past, ...more] = list(minute, 0, 59) ?? [];
  const step = Number(each.exec(minute)?.[1] ?? 1);
  if (each.test(minute)) {
    return hour === '*' && step < 60 && 60 % step === 0 ? every(step, 'minute') : '';
  }
  const range = /^(\d{1,2})-(\d{1,2})$/.exec(hour);
  if (past === undefined || more.length > 0) {
    return '';
  }
  if (range && Number(range[1]) < Number(range[2]) && Number(range[2]) < 24) {
    return `every hour from ${clock(range[1], past)} to ${clock(range[2], past)}`;
  }
  const hours = Number(each.exec(hour)?.[1] ?? 1);
  return each.test(hour) && hours < 24 && 24 % hours === 0 ? `${every(hours, 'hour')}${past === 0 ? '' : `, ${counted(past, 'minute')} past`}` : '';
}

const every = (step, noun) => (step === 1 ? `every ${noun}` : `every ${counted(step, noun)}`);

const clock = (hour, minute) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

/** Where both days are restricted, either will do: that is not simple. */
function dayWords(day, month, weekday) {
  const days = list(day, 1, 31);
  const months = list(month, 1, 12, MONTHS);
  if (day === '*' && month === '*') {
    return weekday === '*' ? 'every day' : weekdayWords(list(weekday, 0, 7, DAYS));
  }
  if (weekday !== '*' || !(days?.length <= FEW)) {
    return '';
  }
  if (month === '*') {
    return `the ${AND.format(days.map(ordinal))} of every month`;
  }
  return months?.length === 1 && days.length === 1 ? `${days[0]} ${MONTHS[months[0] - 1]} every year` : '';
}

function weekdayWords(named) {
  const days = [1, 2, 3, 4, 5, 6, 0].filter((one) => named?.some((each) => each % 7 === one));
  if (days.length === 0) {
    return '';
  }
  if (days.length === 7) {
    return 'every day';
  }
  return days.length === 5 && !days.includes(6) && !days.includes(0) ? 'every weekday' : `every ${AND.format(days.map((one) => DAYS[one]))}`;
}

/** Numbers, names and ranges of these, with commas between. @returns {number[]|undefined} in their order; undefined for all else */
function list(text, least, most, names = []) {
  const value = (one) => {
    const named = names.findIndex((name) => name.slice(0, 3).toUpperCase() === one);
    const number = named >= 0 ? named + least : /^\d{1,2}$/.test(one) ? Number(one) : NaN;
    return number >= least && number <= most ? number : NaN;
  };
  const values = text.split(',').flatMap((part) => {
    const [from, to, ...rest] = part.split('-').map(value);
    const end = to === 0 && from > 0 && names === DAYS ? 7 : to ?? from;
    return rest.length > 0 || !(from <= end) ? [NaN] : Array.from({ length: end - from + 1 }, (_, index) => from + index);
  });
  return values.some(Number.isNaN) ? undefined : [...new Set(values)].sort((one, other) => one - other);
}

function ordinal(number) {
  const ending = number > 10 && number < 14 ? 'th' : { 1: 'st', 2: 'nd', 3: 'rd' }[number % 10] ?? 'th';
  return `${number}${ending}`;
}
