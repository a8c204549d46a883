/** What a visitor may do with schedules. */

/** @param {{roles: string[]}} session what /api/session says @returns {boolean} whether it may make and change schedules; at least its own */
export const mayChange = ({ roles }) => roles.some((role) => role !== 'observe');
