package dev.accepted.types.reports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.accepted.datasets.Datasets;
import dev.accepted.datasets.DatasetsFixture;
import dev.accepted.job.RecordingContext;
import dev.accepted.types.imports.ImportJob;
import dev.accepted.types.imports.ImportParameters;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Real tables: as datasets, and as plain records to hold reports against. */
final class Vega {

  private Vega() {}

  static Path file(String name) {
    URL url = Objects.requireNonNull(Vega.class.getResource("/vega/" + name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static List<NamedCsvRecord> records(String name) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file(name))) {
      return reader.stream().toList();
    }
  }

  /** Datasets {@code flights}, {@code weather} and {@code strikes}. */
  static Datasets load(Path folder) throws Exception {
    Datasets datasets = DatasetsFixture.open(folder);
    load(datasets, folder, 101, "flights", "flights-airport.csv");
    load(datasets, folder, 102, "weather", "seattle-weather.csv");
    load(datasets, folder, 103, "strikes", "birdstrikes.csv");
    return datasets;
  }

  private static void load(Datasets datasets, Path folder, int job, String dataset, String file)
      throws Exception {
    Path work = Files.createDirectories(folder.resolve(dataset));
    RecordingContext context =
        new RecordingContext(work).of(DatasetsFixture.job(job)).with(file(file), "text/csv");
    new ImportJob(datasets)
        .run(new ImportParameters(dataset, null, null, null, null, null, null), context);
  }
}
