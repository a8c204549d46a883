/**
 * The filter that comes right behind the door: who is not listened to is answered there, and who
 * asks for too much. Also by whom a request counts, and who does what the audit log tells of.
 */
@NullMarked
package dev.accepted.http.throttle;

import org.jspecify.annotations.NullMarked;
