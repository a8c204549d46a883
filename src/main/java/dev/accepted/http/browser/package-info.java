/**
 * What browsers are told of every answer, and what pages of others may not have them send. Nobody
 * calls the filter but the server; who opens sockets asks {@link
 * dev.accepted.http.browser.OwnOrigins}, too.
 */
@NullMarked
package dev.accepted.http.browser;

import org.jspecify.annotations.NullMarked;
