/**
 * Standing subscriptions of webhooks as resources: who is told what happens to all jobs, and what
 * was sent there.
 */
@NullMarked
package dev.accepted.http.subscriptions;

import org.jspecify.annotations.NullMarked;
