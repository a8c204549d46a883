/**
 * The filter that comes right behind the door: who is not listened to is answered there, and who
 * asks for too much. Also who a request's visitor is, and what an administrator sees of offenders.
 */
@NullMarked
package dev.accepted.http.throttle;

import org.jspecify.annotations.NullMarked;
