/** Sizes, counts, durations and moments as a person would say them, in English. */

const LOCALE = navigator.language?.startsWith('en') ? navigator.language : 'en-GB';
const COUNT = new Intl.NumberFormat(LOCALE);
const TIME = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short' });
const DAY = new Intl.DateTimeFormat(LOCALE, { weekday: 'short', day: 'numeric', month: 'long' });
const DAY_OF_YEAR = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric' });
const CLOCK = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'medium' });
const FULL = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'full', timeStyle: 'long' });
const UNITS = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];

/** @param {number} number @returns {string} with separators: 1,203,441 */
export const count = (number) => COUNT.format(number);

/** @param {number} number @param {string} noun singular @returns {string} such as "1 file", "3 files" */
export const counted = (number, noun) => `${count(number)} ${noun}${number === 1 ? '' : 's'}`;

/** @param {number} bytes @returns {string} in powers of 1024, such as "79.3 KB" */
export function size(bytes) {
  const names = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let step = 0;
  while (value >= 1024 && step < names.length - 1) {
    value /= 1024;
    step += 1;
  }
  if (step === 0) {
    return counted(bytes, 'byte');
  }
  return `${value < 100 ? Number(value.toFixed(1)) : Math.round(value)} ${names[step]}`;
}

/** @param {number} seconds @returns {string} the two largest units: "2 minutes 5 seconds" */
export function duration(seconds) {
  let rest = Math.max(0, Math.round(seconds));
  const parts = [];
  for (const [name, length] of UNITS) {
    const whole = Math.floor(rest / length);
    if (whole > 0) {
      parts.push(counted(whole, name));
      rest -= whole * length;
    }
  }
  return parts.slice(0, 2).join(' ') || 'no time';
}

/** @param {number} seconds @returns {string} no more exact than anyone needs: "about 3 minutes" */
export function roughly(seconds) {
  if (seconds < 10) {
    return 'a few seconds';
  }
  if (seconds < 55) {
    return `about ${Math.round(seconds / 5) * 5} seconds`;
  }
  const [name, length] = UNITS.find(([, each]) => seconds >= each * 0.9);
  return `about ${counted(Math.max(1, Math.round(seconds / length)), name)}`;
}

/** @param {Date} date @param {Date} now @returns {string} local: "at 14:05", "tomorrow at 14:05", "on Mon 3 March at 14:05" */
export function at(date, now) {
  const time = `at ${TIME.format(date)}`;
  const days = Math.round((midnight(date) - midnight(now)) / 86400000);
  if (days === 0) {
    return time;
  }
  if (Math.abs(days) === 1) {
    return `${days > 0 ? 'tomorrow' : 'yesterday'} ${time}`;
  }
  return `on ${(Math.abs(days) < 180 ? DAY : DAY_OF_YEAR).format(date)} ${time}`;
}

/** @param {string} text half a sentence, as messages often are @param {string} [end] @returns {string} a whole one */
export function sentence(text, end = '.') {
  const trimmed = text.trim();
  return trimmed && `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${/[.!?…]$/.test(trimmed) ? '' : end}`;
}

/** @param {number} milliseconds @returns {string} as exact as is of use to who looks into it: "40 ms", "2.1 s", "3 minutes 5 seconds" */
export function took(milliseconds) {
  if (milliseconds < 1000) {
    return `${Math.max(0, Math.round(milliseconds))} ms`;
  }
  return milliseconds < 60_000 ? `${(milliseconds / 1000).toFixed(1)} s` : duration(milliseconds / 1000);
}

/** @param {Date} date @returns {string} local, with seconds: "14:05:09" */
export const clock = (date) => CLOCK.format(date);

/** @param {Date} date @returns {string} the whole date, time and zone */
export const fully = (date) => FULL.format(date);

/** @param {Date} date @param {string} [zone] IANA; undefined for the visitor's @returns {string} on the clocks there: "Mon 14:05"; empty if this browser doesn't know the zone */
export function clockIn(date, zone) {
  try {
    return new Intl.DateTimeFormat(LOCALE, { weekday: 'short', hour: 'numeric', minute: '2-digit', timeZone: zone }).format(date);
  } catch (unknown) {
    if (unknown instanceof RangeError) {
      return '';
    }
    throw unknown;
  }
}

function midnight(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

const ISO_DURATION = /^P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** @param {string} text ISO 8601, such as PT1M30S @returns {number|undefined} seconds; undefined if it is none, or has years, months or weeks */
export function isoSeconds(text) {
  const parts = ISO_DURATION.exec(text);
  if (!parts) {
    return undefined;
  }
  return parts.slice(1).reduce((sum, part, index) => sum + Number(part ?? 0) * UNITS[index][1], 0);
}
