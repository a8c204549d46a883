package dev.accepted.http.datasets;

import java.util.List;

/** All imported tables. */
public record DatasetsView(List<DatasetView> datasets) {}
