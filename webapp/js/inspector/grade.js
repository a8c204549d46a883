/** What an API comes to, in a letter and in words. */
import { counted } from '../words.js';

/** Of each grade so many errors and warnings at most. */
const GRADES = [
  { grade: 'A', errors: 0, warnings: 2, word: 'Excellent', words: 'A careful client finds its way, and nothing surprises it.' },
  { grade: 'B', errors: 0, warnings: 5, word: 'Good', words: 'Clients work; some things are harder for them than they need be.' },
  { grade: 'C', errors: 1, warnings: 10, word: 'Fair', words: 'Clients work, with guesses and workarounds.' },
  { grade: 'D', errors: 3, warnings: Infinity, word: 'Weak', words: 'Clients that go by the specifications stumble.' },
  { grade: 'E', errors: 6, warnings: Infinity, word: 'Poor', words: 'Clients that go by the specifications fail, and often.' },
  { grade: 'F', errors: Infinity, warnings: Infinity, word: 'Failing', words: 'Clients can’t rely on it.' },
];

/** Without these there was nothing to follow. */
const FATAL = ['no-answer', 'submission-refused', 'no-monitor'];

/** @param {string} letter @returns {string} one word for it; empty for an unknown one */
export const gradeWord = (letter) => GRADES.find(({ grade }) => grade === letter)?.word ?? '';

/** @param {Object} finding @returns {boolean} whether it kept all else from being looked at */
export const isFatal = ({ id }) => FATAL.includes(id);

/**
 * @param {{grade: string, findings: Object[]}} report
 * @returns {{word: string, words: string, next: string}} a word, a sentence, and what would make it better; that may be empty
 */
export function judgement({ grade, findings }) {
  const index = GRADES.findIndex((one) => one.grade === grade);
  const { word, words } = GRADES[index] ?? { word: grade, words: '' };
  if (findings.some(isFatal)) {
    return { word, words: 'No job could be followed to its end, so there was little to look at.', next: '' };
  }
  return { word, words, next: index > 0 ? better(GRADES[index - 1], findings) : '' };
}

function better({ errors, warnings }, findings) {
  const number = (severity) => findings.filter((finding) => finding.severity === severity).length;
  const left = { errors: Math.min(number('error'), errors), warnings: Math.min(number('warning'), warnings) };
  const { grade } = GRADES.find((one) => left.errors <= one.errors && left.warnings <= one.warnings);
  const lacks = [[number('error') - left.errors, 'error'], [number('warning') - left.warnings, 'warning']].filter(([lack]) => lack > 0);
  return lacks.length > 0 ? `With ${lacks.map(([lack, noun]) => counted(lack, noun)).join(' and ')} fewer it would be ${'AEF'.includes(grade) ? 'an' : 'a'} ${grade}.` : '';
}
