/**
 * What jobs take in and leave behind: the input, the result, files beside it, and the log, streamed
 * from disk.
 *
 * <p>Nothing here is held in memory whole, and nothing a job has written can act in this server's
 * name in a browser.
 */
@NullMarked
package dev.accepted.http.content;

import org.jspecify.annotations.NullMarked;
