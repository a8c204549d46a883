/** Addresses of web pages that are more than a file's name. */
@NullMarked
package dev.accepted.http.pages;

import org.jspecify.annotations.NullMarked;
