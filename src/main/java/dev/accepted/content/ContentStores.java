package dev.accepted.content;

import dev.accepted.config.Settings;
import java.io.IOException;

/** The store that the operator has chosen. */
public final class ContentStores {

  private ContentStores() {}

  /**
   * Opens it; the caller closes.
   *
   * @param node different at each start of each node, and fit to name a folder
   * @param alone true if no other node shares the database, so that nobody else's work can lie in
   *     the content folder
   * @throws IOException if the content folder can't be used
   */
  public static ContentStore open(Settings settings, String node, boolean alone)
      throws IOException {
    return settings.s3().isPresent()
        ? new S3Content(settings.s3().get(), settings.content(), node, alone)
        : new FolderContent(settings.content(), node, alone);
  }
}
