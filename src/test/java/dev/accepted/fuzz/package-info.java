/**
 * Requests made up from the OpenAPI description, good ones and bad ones, and some that are not even
 * HTTP. Only its own test calls it.
 */
package dev.accepted.fuzz;
