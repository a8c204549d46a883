/**
 * What was said in an inspection: calls and answers, in order. Plain data, which the course writes,
 * and rules and reports read.
 */
@NullMarked
package dev.accepted.types.inspections.dialogue;

import org.jspecify.annotations.NullMarked;
