package dev.accepted.types.inspections.dialogue;

/** A line of a header, as it was sent. */
public record Header(String name, String value) {}
