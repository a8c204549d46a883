package dev.accepted.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * WildFly without its scripts, so that the process started is the server's JVM. Each runs in a
 * folder of its own; they share the home.
 *
 * @param home a provisioned and configured server
 */
public record WildFly(Path home) implements ServerKind {

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
    Path standalone = configuration.resolve("standalone.xml");
    Files.writeString(standalone, withDeployment(Files.readString(standalone), war));
    return configuration;
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
