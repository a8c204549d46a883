package dev.accepted.command;

import jakarta.json.spi.JsonProvider;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/** The command as a process of its own. What it prints lies in a folder, to be read at any time. */
final class StartedCommand implements AutoCloseable {

  private static final int PATIENCE = 90;
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Process process;
  private final Path out;
  private final Path err;

  private StartedCommand(ProcessBuilder builder, Path folder) throws IOException {
    out = Files.createTempFile(folder, "out", ".txt");
    err = Files.createTempFile(folder, "err", ".txt");
    process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
  }

  /** How it is started: with the classes of this build, whose tests needn't wait for a jar. */
  static List<String> classes(String... jvmOptions) throws IOException {
    Set<String> path = new LinkedHashSet<>();
    for (Class<?> part :
        List.of(
            InspectorCommand.class,
            CommandLine.class,
            JsonProvider.class,
            JsonProvider.provider().getClass())) {
      path.add(home(part));
    }
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(List.of(jvmOptions));
    command.addAll(
        List.of("-cp", String.join(File.pathSeparator, path), InspectorCommand.class.getName()));
    return command;
  }

  /** How it is started by those who have the jar. */
  static List<String> jar() {
    return List.of(JAVA, "-jar", jarFile().toString());
  }

  static Path jarFile() {
    return Path.of("target", "ROOT-inspector.jar");
  }

  private static String home(Class<?> part) throws IOException {
    try {
      return Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException odd) {
      throw new IOException(odd);
    }
  }

  static StartedCommand start(Path folder, List<String> how, String... arguments)
      throws IOException {
    return start(folder, Map.of(), how, arguments);
  }

  /**
   * Starts it.
   *
   * @param environment what it has besides that of the tests
   */
  static StartedCommand start(
      Path folder, Map<String, String> environment, List<String> how, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(how);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return new StartedCommand(builder, folder);
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the command doesn't end");
    }
    return process.exitValue();
  }

  /** As Ctrl-C does. */
  void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).inheritIO().start().waitFor();
  }

  /** What it has written to its standard output so far. */
  String out() throws IOException {
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  /** What it has told beside it so far. */
  String err() throws IOException {
    return Files.readString(err, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
