/**
 * What may be wrong with an asynchronous API: one small rule each, a pure function of what was
 * said. {@link dev.accepted.types.inspections.rules.Rules} has all of them; a new rule is a new
 * entry in the list of its topic, and a line in the table of its test.
 */
@NullMarked
package dev.accepted.types.inspections.rules;

import org.jspecify.annotations.NullMarked;
