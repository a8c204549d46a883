/**
 * The web pages as a visitor meets them: a real browser against a real server. {@link
 * dev.accepted.web.Browsing} opens the one and knows the other's address.
 */
@NullMarked
package dev.accepted.web;

import org.jspecify.annotations.NullMarked;
