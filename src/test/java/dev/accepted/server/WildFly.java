package dev.accepted.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * WildFly without its scripts, so that the process started is the server's JVM. Each runs in a
 * folder of its own; they share the home.
 *
 * @param home a provisioned and configured server
 * @param scripts for its command line, which change the configuration in the folder at each start
 */
public record WildFly(Path home, List<Path> scripts) implements ServerKind {

  private static final Duration CLI = Duration.ofMinutes(2);

  private static final List<String> OPENED =
      List.of(
          "java.base/java.io",
          "java.base/java.lang",
          "java.base/java.lang.invoke",
          "java.base/java.lang.reflect",
          "java.base/java.net",
          "java.base/java.security",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.management/javax.management",
          "java.naming/javax.naming");

  /** The server as it is configured. */
  public WildFly(Path home) {
    this(home, List.of());
  }

  /** The same, configured further. */
  public WildFly with(Path... more) {
    return new WildFly(home, List.of(more));
  }

  @Override
  public boolean stopsApplications() {
    return true;
  }

  @Override
  public List<String> jvmOptions(ServerSetup setup) {
    List<String> options = new ArrayList<>();
    options.add("-Xmx512m");
    options.add("-XX:+UseParallelGC");
    options.add("-Djava.net.preferIPv4Stack=true");
    OPENED.forEach(place -> options.add("--add-opens=" + place + "=ALL-UNNAMED"));
    options.add("-Djboss.bind.address=127.0.0.1");
    options.add("-Djboss.bind.address.management=127.0.0.1");
    options.add("-Djboss.http.port=" + setup.port());
    options.add("-Djboss.management.http.port=" + setup.managementPort());
    return options;
  }

  @Override
  public List<String> program(ServerSetup setup) throws IOException {
    Path place = setup.folder().resolve("wildfly").toAbsolutePath();
    Path configuration = configure(place, setup.war());
    return List.of(
        "-Dlogging.configuration=" + configuration.resolve("logging.properties").toUri(),
        "-Dorg.jboss.boot.log.file=" + place.resolve("log/boot.log"),
        "-jar",
        home.resolve("jboss-modules.jar").toString(),
        "-mp",
        home.resolve("modules").toString(),
        "org.jboss.as.standalone",
        "-Djboss.home.dir=" + home.toAbsolutePath(),
        "-Djboss.server.base.dir=" + place,
        // What comes while it starts is turned away, not held.
        "--graceful-startup=false");
  }

  private Path configure(Path place, Path war) throws IOException {
    Path configuration = Files.createDirectories(place.resolve("configuration"));
    Files.createDirectories(place.resolve("deployments"));
    try (Stream<Path> files = Files.list(home.resolve("standalone/configuration"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = configuration.resolve(file.getFileName());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    for (Path script : scripts) {
      run(script, place);
    }
    Path standalone = configuration.resolve("standalone.xml");
    Files.writeString(standalone, withDeployment(Files.readString(standalone), war));
    return configuration;
  }

  private void run(Path script, Path place) throws IOException {
    Path out = place.resolve("cli.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djboss.server.base.dir=" + place,
            "-jar",
            home.resolve("jboss-modules.jar").toString(),
            "-mp",
            home.resolve("modules").toString(),
            "org.jboss.as.cli",
            "--file=" + script.toAbsolutePath());
    builder.environment().put("JBOSS_HOME", home.toAbsolutePath().toString());
    Process cli = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      if (!cli.waitFor(CLI.toMillis(), TimeUnit.MILLISECONDS) || cli.exitValue() != 0) {
        throw new IOException(script + " failed: " + Files.readString(out));
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw new IOException(hurried);
    } finally {
      cli.destroyForcibly();
    }
  }

  /** What others left deployed in the home stays out. */
  private static String withDeployment(String standalone, Path war) {
    String empty = standalone.replaceFirst("(?s)<deployments>.*</deployments>", "");
    int end = empty.lastIndexOf("</server>");
    return """
        %s
            <deployments>
                <deployment name="ROOT.war" runtime-name="ROOT.war">
                    <fs-archive path="%s"/>
                </deployment>
            </deployments>
        </server>
        """
        .formatted(empty.substring(0, end).stripTrailing(), war.toAbsolutePath());
  }
}
