package dev.accepted.http.submission;

import dev.accepted.content.StagedFile;
import dev.accepted.http.header.ContentDisposition;
import dev.accepted.http.header.MediaRange;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.job.InvalidInput.Violation;
import dev.accepted.job.JobDefinition;
import dev.accepted.job.JobDefinition.FileRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.jspecify.annotations.Nullable;

/** Gathers the parts of one form. Closing it drops the file, if there is one. */
final class FormParts implements AutoCloseable {

  private static final String FILE = "file";
  private static final String UNSPECIFIC = "application/octet-stream";

  private final JobDefinition type;
  private final RawFiles files;
  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private long left;
  private @Nullable StagedFile file;

  /**
   * @param mostFieldBytes of all fields together
   */
  FormParts(JobDefinition type, RawFiles files, long mostFieldBytes) {
    this.type = type;
    this.files = files;
    this.left = mostFieldBytes;
  }

  /** Takes a part in; what it doesn't read of it is skipped. */
  void add(FileItemInput part) throws IOException {
    String name = part.getFieldName();
    if (name == null) {
      throw Problem.of(ProblemType.MALFORMED_FORM, "A part of the form has no name.");
    }
    if (part.isFormField()) {
      addField(name, part);
    } else if (!part.getName().isEmpty()) {
      addFile(name, part);
    }
  }

  /** Everything, as an input. */
  Received received() {
    return new Received(new InputCoercion(InputJson.schema(type)).input(fields), file);
  }

  private void addField(String name, FileItemInput part) throws IOException {
    byte[] value =
        part.getInputStream().readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
    left -= value.length;
    if (left < 0) {
      throw Problem.of(ProblemType.CONTENT_TOO_LARGE, "The form's fields are too long.");
    }
    fields
        .computeIfAbsent(name, first -> new ArrayList<>())
        .add(new String(value, StandardCharsets.UTF_8));
  }

  private void addFile(String name, FileItemInput part) throws IOException {
    if (!name.equals(FILE) || type.file().rule() == FileRule.NONE) {
      throw invalid(name, "No file is expected here.");
    }
    if (file != null) {
      throw invalid(name, "Only one file is expected.");
    }
    String fileName = ContentDisposition.baseName(part.getName());
    file =
        files.stage(
            type, part.getInputStream(), mediaType(part), fileName.isEmpty() ? null : fileName);
  }

  /** Browsers that don't know a file's type say so; then the job type has to look into the file. */
  private String mediaType(FileItemInput part) {
    String given = part.getContentType();
    BodyTypes accepted = new BodyTypes(type.file().accepts());
    try {
      MediaRange mediaType = MediaRange.parse(given == null ? UNSPECIFIC : given);
      boolean taken =
          mediaType.essence().equals(UNSPECIFIC)
              || type.file().accepts().stream()
                  .anyMatch(name -> MediaRange.parse(name).includes(mediaType));
      if (taken) {
        return mediaType.essence();
      }
    } catch (IllegalArgumentException unreadable) {
      throw accepted.refused("The Content-Type of the file can't be read.");
    }
    throw accepted.refused("A file of the type " + given + " is not taken here.");
  }

  private static Problem invalid(String name, String detail) {
    return Problem.of(ProblemType.INVALID_INPUT, "The form does not fit this job type.")
        .with("errors", List.of(new Violation(Pointers.to(name), detail)));
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
