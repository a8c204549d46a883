package dev.accepted.types.imports;

import dev.accepted.datasets.Datasets;
import dev.accepted.datasets.DatasetsFixture;
import dev.accepted.datasets.DatasetsFixture.Place;
import dev.accepted.job.RecordingContext;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs imports as the engine would. */
final class ImportFixture implements AutoCloseable {

  private static final Jsonb JSONB = JsonbBuilder.create();

  private final Path folder;
  private final Place place;
  private Datasets datasets;
  private int jobs;

  /** With datasets in that folder. */
  ImportFixture(Path folder) {
    this(folder, DatasetsFixture.embedded(folder));
  }

  /**
   * With datasets in that place.
   *
   * @param folder for files
   */
  ImportFixture(Path folder, Place place) {
    this.folder = folder;
    this.place = place;
    this.datasets = place.open();
  }

  Datasets datasets() {
    return datasets;
  }

  /** As if the server had been started anew. */
  void restart() {
    datasets.close();
    datasets = place.open();
  }

  /** The input, read as the engine reads it. */
  static ImportParameters parameters(String json) {
    return JSONB.fromJson(json, ImportParameters.class);
  }

  /** A first attempt of a new job. */
  RecordingContext newJob(Path file) {
    jobs++;
    return attempt(jobs, 1, file);
  }

  /** Another attempt of a job. */
  RecordingContext attempt(int job, int number, Path file) {
    return new RecordingContext(folder.resolve("job-" + job + "-" + number))
        .of(DatasetsFixture.job(job))
        .attempt(number)
        .with(file, "text/csv");
  }

  /** Validates the input, runs the job, and returns its result. */
  JsonObject run(String json, RecordingContext context) throws Exception {
    ImportJob type = new ImportJob(datasets);
    ImportParameters parameters = parameters(json);
    type.validate(parameters, context.file().orElseThrow(), context.owner());
    type.run(parameters, context);
    try (JsonReader reader = Json.createReader(new StringReader(context.result().text()))) {
      return reader.readObject();
    }
  }

  JsonObject run(String json, Path file) throws Exception {
    return run(json, newJob(file));
  }

  Path file(String name, String text) throws IOException {
    return file(name, text, StandardCharsets.UTF_8);
  }

  Path file(String name, String text, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(charset));
  }

  @Override
  public void close() {
    datasets.close();
  }
}
