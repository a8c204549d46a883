/** Why nothing came of a request, or of an inspection, in plain words. */

const WORDS = {
  'address-refused': (place) => `${place.hostname} has no public address, and this server calls no others. ${howToAllow(place.hostname)}`,
  'lookup-timeout': (place) => `Nobody has said in time where ${place.hostname} is.`,
  'unknown-host': (place) => `There is no host of the name ${place.hostname}, as far as this server can find out. See whether it is spelled right, and known outside of your network.`,
  'connection-refused': (place) => `Nothing takes connections at ${place.host}: no server is running there, or a firewall keeps this one out.`,
  'connection-broken': () => 'The connection broke off before the answer was whole.',
  timeout: () => 'No answer came within 30 seconds.',
  'tls-failed': (place) => `No safe connection to ${place.host} came about. The certificate may have expired, be signed by nobody that is trusted, or be for another name.`,
  'not-http': (place) => `What answers at ${place.host} doesn’t speak HTTP/1.1. For TLS, the URL has to begin with https:.`,
  stopped: () => 'It was broken off.',
};

/** @param {string} host @returns {string} what whoever runs the server can do so that a host is called all the same */
export const howToAllow = (host) => `Whoever runs it can allow that: with the setting accepted.inspections.allow=${host.replace(/^\[|\]$/g, '')}`;

/** @param {string} failure a word of the report's @param {string} url what was asked @returns {string} a sentence or two */
export function failureWords(failure, url) {
  const place = URL.canParse(url) ? new URL(url) : { host: 'there', hostname: 'there' };
  return WORDS[failure]?.(place) ?? `There was no answer: ${failure}.`;
}

const REFUSED = {
  400: 'It takes the body or a header for faulty. Look at its answer below, and give the inspection what the API wants.',
  401: 'It wants to know who asks. Give a header that says so, such as Authorization: Bearer …',
  403: 'The credentials don’t allow it to submit. Try others, or ask whoever runs the API.',
  404: 'There is nothing at this URL. See whether the path is right, and whether the API takes submissions there.',
  405: 'It doesn’t take this method there. Another one may do.',
  413: 'The body is too large for it.',
  415: 'It doesn’t take this media type. Give a Content-Type header that it does.',
  422: 'It understands the body, and finds it wrong. Look at its answer below.',
  429: 'It was asked too often. Try again later.',
  503: 'It doesn’t take on work at the moment. Try again later.',
};

/** @param {number} status of an answer to a submission @returns {string} what to do about it; empty if there is no more to say */
export const refusalWords = (status) => REFUSED[status] ?? (status >= 500 ? 'It has failed at that. Its own log may tell why.' : '');

/** An IPv4 address, or an IPv6 one in its brackets: of a name, the address shows only when it is called. */
const ADDRESS = /^(\d+\.\d+\.\d+\.\d+|\[.*\])$/;

/** @param {string} text a URL that was refused @returns {string} why, if its address may be it; else empty */
export function refusedAddress(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && ADDRESS.test(url.hostname) && url.username === '' && url.hash === ''
    ? `This server calls public addresses only, and ${url.hostname} isn’t one. ${howToAllow(url.hostname)}` : '';
}
