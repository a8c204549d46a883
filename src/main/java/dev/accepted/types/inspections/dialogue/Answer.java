package dev.accepted.types.inspections.dialogue;

/** An answer. */
public record Answer(int status, Headers headers, Body body) {}
