/**
 * Uploads that go on after a lost connection: draft-ietf-httpbis-resumable-upload-12, as far as the
 * servlet API allows, which knows no interim response 104. An upload is made, brought in parts, and
 * then named by a submission.
 */
@NullMarked
package dev.accepted.http.uploads;

import org.jspecify.annotations.NullMarked;
