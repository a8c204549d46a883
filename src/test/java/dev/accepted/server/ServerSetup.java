package dev.accepted.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a {@link ServerProcess} is started with. Started again with the same setup, a server has its
 * data and its address again.
 *
 * @param kind which server
 * @param war what it runs, at the context root {@code /}
 * @param folder where everything is kept that it writes; made if it isn't there
 * @param port of HTTP, on 127.0.0.1
 * @param managementPort of WildFly's management
 * @param settings system properties such as {@code accepted.slots}
 * @param jvmOptions further options of the JVM; they win over the server's usual ones
 * @param up the status of {@code GET /api/problems} that shows that what it runs is there
 */
public record ServerSetup(
    ServerKind kind,
    Path war,
    Path folder,
    int port,
    int managementPort,
    Map<String, String> settings,
    List<String> jvmOptions,
    int up) {

  private static final int OK = 200;

  /**
   * Half of a start's CPU time is the optimizing compiler's, which pays only for a server that runs
   * for longer than a test does.
   */
  private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

  /** The WAR as it was built, for a test, on the server of the active profile, at free ports. */
  public static ServerSetup in(Path folder) {
    return of(ServerKind.ofBuild(), Path.of(System.getProperty("test.war")), folder)
        .withJvmOptions(SHORT_LIVED);
  }

  /** Any server with any WAR, at free ports, with its data in the folder {@code data}. */
  public static ServerSetup of(ServerKind kind, Path war, Path folder) {
    Path absolute = folder.toAbsolutePath();
    Map<String, String> data = Map.of("accepted.data", absolute.resolve("data").toString());
    return new ServerSetup(
        kind, war, absolute, Ports.anyFree(), Ports.anyFree(), data, List.of(), OK);
  }

  /** The same with one more system property, or with another value of it. */
  public ServerSetup with(String setting, String value) {
    Map<String, String> all = new TreeMap<>(settings);
    all.put(setting, value);
    return new ServerSetup(
        kind, war, folder, port, managementPort, Map.copyOf(all), jvmOptions, up);
  }

  /** The same with more options of the JVM. */
  public ServerSetup withJvmOptions(String... options) {
    List<String> all = new ArrayList<>(jvmOptions);
    all.addAll(List.of(options));
    return new ServerSetup(kind, war, folder, port, managementPort, settings, List.copyOf(all), up);
  }

  /** The same with a WAR that isn't the product's, and answers everything with one status. */
  public ServerSetup answering(int status) {
    return new ServerSetup(kind, war, folder, port, managementPort, settings, jvmOptions, status);
  }

  /** Where the server answers, without a slash at its end. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }
}
