/** Which job a page is about, and where its parts are: with the token of the link that this page was opened by, if it was. */

const access = new URLSearchParams(location.search).get('access');

/** Whether somebody looks at this page who may have nothing but a link. */
export const byLink = access !== null;

/** The job that this page is about. */
export const jobId = decodeURIComponent(location.pathname.split('/').filter(Boolean).pop() ?? '');

/** @param {string} id of a job @param {...string} part what follows the id @returns {string} a path of this server */
export const jobPath = (id, ...part) =>
  ['/api/jobs', id, ...part].map((step, index) => (index === 0 ? step : encodeURIComponent(step))).join('/')
  + (byLink ? `?access=${encodeURIComponent(access)}` : '');
