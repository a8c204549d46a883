/**
 * What was done in the last hour and day: counted minute by minute, by type, with how long jobs
 * waited and took. The engine counts and stores; whoever shows it asks the engine.
 */
@NullMarked
package dev.accepted.engine.activity;

import org.jspecify.annotations.NullMarked;
