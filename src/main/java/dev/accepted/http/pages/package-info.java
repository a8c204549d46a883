/**
 * Addresses of web pages that are more than a file's name, and what the page of a job says to who
 * has no scripts. Nobody calls it but the server.
 */
@NullMarked
package dev.accepted.http.pages;

import org.jspecify.annotations.NullMarked;
