package dev.accepted.http.keys;

import java.util.List;

/** API keys, newest first. */
public record KeysView(List<KeyView> keys) {}
