package dev.accepted.client;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file on its way: beside its place until it is whole. */
final class Download {

  private final Path file;
  private final Path part;

  private Download(Path file, Path part) {
    this.file = file;
    this.part = part;
  }

  static Download to(Path file) {
    String part = file.getFileName() + "." + UUID.randomUUID() + ".part";
    return new Download(file, file.resolveSibling(part));
  }

  /** Each answer that is the result begins the file anew. */
  BodyHandler<String> handler() {
    BodyHandler<String> other = BoundedText.handler();
    return answer ->
        answer.statusCode() == Status.OK
            ? BodySubscribers.mapping(
                BodySubscribers.ofFile(
                    part,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING),
                written -> "")
            : other.apply(answer);
  }

  Path keep(HttpResponse<String> answer) throws IOException {
    int status = answer.statusCode();
    if (status == Status.NO_CONTENT) {
      Files.createFile(part);
    } else if (status != Status.OK) {
      throw new UnexpectedAnswer(status, answer.body());
    }
    return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Leaves nothing beside the file. */
  void drop() {
    try {
      Files.deleteIfExists(part);
    } catch (IOException left) {
      System.getLogger(Download.class.getName())
          .log(System.Logger.Level.WARNING, "A part of a result could not be deleted", left);
    }
  }
}
