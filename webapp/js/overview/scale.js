/** Short words for the axes of plots. */

const UNITS = [['d', 86400], ['h', 3600], ['min', 60], ['s', 1]];

/** @param {number} value in seconds @returns {string} such as "250 ms", "1.5 s", "12 min" */
export function seconds(value) {
  if (value === 0) {
    return '0';
  }
  if (value < 1) {
    return `${Number((value * 1000).toPrecision(2))} ms`;
  }
  const [name, length] = UNITS.find(([, each]) => value >= each);
  return `${Number((value / length).toPrecision(2))} ${name}`;
}
