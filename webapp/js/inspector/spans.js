/** Exchanges as lengths of time. Knows nothing of the page. */

const SECOND = 1000;

/**
 * @param {import('./http.js').Exchange[]} exchanges
 * @returns {{spans: Array<{index: number, purpose: string, start: number, end: number, wait: number, kind: string, word: string}>, length: number}}
 *   in milliseconds from the first request on; `wait` is what a Retry-After asked for, 0 for none; `kind` the status's
 *   first digit, 0 for none; `word` the status, or why there is none
 */
export function spansOf(exchanges) {
  const begin = Date.parse(exchanges[0]?.at ?? '');
  const spans = exchanges.map(({ index, purpose, at, milliseconds, answer, failure }) => {
    const start = Date.parse(at) - begin;
    return { index, purpose, start, end: start + milliseconds, wait: waitOf(answer),
      kind: answer ? String(answer.status)[0] : '0', word: answer ? String(answer.status) : failure ?? 'no answer' };
  });
  return { spans, length: Math.max(1, ...spans.map(({ end }) => end)) };
}

function waitOf(answer) {
  const value = answer?.headers.find(({ name }) => name.toLowerCase() === 'retry-after')?.value ?? '';
  return /^\d{1,6}$/.test(value) ? Number(value) * SECOND : 0;
}

/** @param {number} length in milliseconds @param {number} most how many there may be beside the nought @returns {number[]} round moments */
export function axisSteps(length, most) {
  const rough = length / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? rough);
  return Array.from({ length: Math.floor(length / step) + 1 }, (_, index) => index * step);
}
