/** What can be done to what is there, in words. */

/** By the names that the audit log has for them. */
export const ACTS = {
  'job.canceled': 'Canceled a job',
  'job.retried': 'Tried a job again',
  'job.prioritized': 'Gave a job another priority',
  'job.removed': 'Removed a job',
  'jobs.changed': 'Changed many jobs',
  'link.created': 'Shared a job',
  'delivery.sent-again': 'Sent a delivery again',
  'subscription.created': 'Subscribed',
  'subscription.changed': 'Changed a subscription',
  'subscription.paused': 'Paused a subscription',
  'subscription.resumed': 'Resumed a subscription',
  'subscription.removed': 'Removed a subscription',
  'schedule.created': 'Made a schedule',
  'schedule.changed': 'Changed a schedule',
  'schedule.paused': 'Paused a schedule',
  'schedule.resumed': 'Resumed a schedule',
  'schedule.removed': 'Removed a schedule',
  'schedule.run': 'Ran a schedule',
  'secret.rotated': 'Renewed a secret',
  'dataset.removed': 'Removed a table',
  'type.paused': 'Paused a type',
  'type.resumed': 'Resumed a type',
  'key.created': 'Made a key',
  'key.revoked': 'Revoked a key',
  'offender.released': 'Unblocked a caller',
};

const PAGES = [
  [/^jobs\.|^job\.(canceled|retried|prioritized)$|^link\./, (subject) => `/jobs/${encodeURIComponent(subject)}`],
  [/^schedule\.(?!removed)/, (subject) => `/schedules?edit=${encodeURIComponent(subject)}`],
  [/^type\./, () => '/types'],
];

/** @param {{act: string, subject: string}} entry @returns {string|undefined} the page of what it was done to, where that is still there */
export const pageOf = ({ act, subject }) => PAGES.find(([pattern]) => pattern.test(act))?.[1](subject);
