/** What an administrator sees of callers and addresses that are not listened to, and forgives. */
@NullMarked
package dev.accepted.http.offenders;

import org.jspecify.annotations.NullMarked;
