package dev.accepted.http;

import java.util.Map;

/** What there is, by name. */
public record IndexView(Map<String, String> links) {}
