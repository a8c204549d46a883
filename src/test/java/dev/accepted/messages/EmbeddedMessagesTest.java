package dev.accepted.messages;

import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;

/** Messages with the jobs in H2. */
class EmbeddedMessagesTest extends MessagesContract {

  @Override
  Database open() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    return EmbeddedDatabase.open(data.resolve("jobs"), false, 8, false);
  }
}
