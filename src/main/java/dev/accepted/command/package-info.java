/**
 * The inspector as a command, for shells and builds: a program of its own, in a jar of its own,
 * which is not in the WAR. It reads options, runs the very inspection that the job type {@code
 * inspection} runs, and tells it to people or writes its reports. {@link
 * dev.accepted.command.InspectorCommand} has the main method; nobody else calls anything here.
 *
 * <p>Of the rest it uses the rooms of {@code types.inspections}, not the job type itself, and
 * {@code outbound}.
 */
@NullMarked
package dev.accepted.command;

import org.jspecify.annotations.NullMarked;
