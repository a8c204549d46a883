/** The same inspection from a build server: a few lines for a shell. Knows nothing of the page. */

/** As the report knows secrets by their headers' names. */
const SECRET = /authori[sz]ation|cookie|token|secret|passw|signature|credential|session|api-?key|(^|-)key$|(^|-)auth($|-)/i;

/** Private use: no text that is entered has a meaning for it. */
const MARK = '\ue000';

/**
 * Secrets are left to the environment: what stands in a script is in its repository, too.
 *
 * @param {Object} input of the inspection
 * @param {string} server its origin
 * @param {boolean} signIn whether the server wants to know who calls
 * @returns {string}
 */
export function buildCommand(input, server, signIn) {
  const caller = signIn ? ' \\\n  -H "Authorization: Bearer $ACCEPTED_TOKEN"' : '';
  const asCaller = signIn ? ' -H "Authorization: Bearer $ACCEPTED_TOKEN"' : '';
  const names = secretsOf(input).map(variable).concat(signIn ? ['ACCEPTED_TOKEN'] : []);
  return [
    names.length > 0 ? `# From the environment: ${names.join(', ')}` : '',
    'set -e',
    `STATUS=$(curl -sSf -o /dev/null -w '%header{operation-location}' '${server}/api/inspections'${caller} \\`,
    `  -H 'Content-Type: application/json' -d ${quoted(JSON.stringify(veiled(input)))})`,
    `while curl -sSf${asCaller} -H 'Prefer: wait=30' "$STATUS" | grep -E '"status":"(scheduled|queued|running)"' > /dev/null; do :; done`,
    `curl -sSf${asCaller} -H 'Accept: application/xml' "\${STATUS%/status}/result" -o inspection.xml`,
    '! grep \'<failure type="error"\' inspection.xml',
  ].filter(Boolean).join('\n');
}

const secretsOf = ({ headers = {} }) => Object.keys(headers).filter((name) => SECRET.test(name) && !/^idempotency-key$/i.test(name));

const variable = (name) => `API_${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;

/** With marks in the place of secrets. */
function veiled(input) {
  const veils = Object.fromEntries(secretsOf(input).map((name) => [name, `${MARK}${variable(name)}${MARK}`]));
  return input.headers ? { ...input, headers: { ...input.headers, ...veils } } : input;
}

/** One word for a shell; a variable within it is put in. */
function quoted(text) {
  const word = `'${text.replaceAll("'", "'\\''")}'`;
  return word.replace(new RegExp(`${MARK}([A-Z0-9_]+)${MARK}`, 'g'), '\'"$$$1"\'');
}
