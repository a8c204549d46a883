package dev.accepted.http.catalog;

import java.util.List;

/** All job types. */
public record TypesView(List<TypeView> types) {}
